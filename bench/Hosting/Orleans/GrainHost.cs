using System.Net;
using System.Net.Sockets;
using ClusterActors.Journal;
using ClusterActors.Silo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ClusterActors.Bench.Hosting;

/// <summary>The bench's grains in an Orleans silo of this process. Callers are in it too: no call goes over a socket.</summary>
internal sealed class GrainHost : IAsyncDisposable
{
    private const int NoGateway = 0;

    private readonly IHost host;

    private GrainHost(IHost host) => this.host = host;

    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    public static async Task<GrainHost> StartAsync(IJournal journal)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.UseOrleans(silo => silo.UseLocalhostClustering(FreePort(), NoGateway));
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<DomainClock>(new WallClock(TimeProvider.System))
            .AddSingleton<ISnapshots>(new NoSnapshots())
            .AddSingleton(journal)
            .AddScoped<IActivation, OrleansActivation>();
        var host = builder.Build();
        await host.StartAsync();
        return new(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
