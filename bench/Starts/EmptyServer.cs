using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClusterActors.Bench.Starts;

/// <summary>The server's web host with nothing behind it: no store, no grains, no log. A verb of this program, in a process of its own.</summary>
internal static class EmptyServer
{
    public const string Verb = "empty-server";

    /// <summary>Any free port; it is printed.</summary>
    public const string Url = "http://127.0.0.1:0";

    /// <summary>What a process of this kind is the floor of.</summary>
    public static Floor Floor { get; } = new("empty server", "the same of a process that serves the same path from an empty ASP.NET Core application");

    public static async Task<TimeSpan> TimeToReadyAsync(CancellationToken cancel)
    {
        await using var server = await ServerProcess.StartAsync([typeof(EmptyServer).Assembly.Location, Verb], cancel);
        return server.Took;
    }

    public static async Task RunAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(Url);
        builder.Services.AddRoutingCore();
        await using var app = builder.Build();
        app.MapGet(ServerProcess.ReadyPath, () => TypedResults.Ok());
        await app.StartAsync(cancel);
        Console.WriteLine($"{ServerProcess.Listening}{app.Urls.First()}/ (nothing behind it)");
        await app.WaitForShutdownAsync(cancel);
    }
}
