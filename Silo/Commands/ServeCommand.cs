using System.CommandLine;
using ClusterActors.Storage;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run</c>: the server, until it is asked to stop.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";

    public static void AddTo(RootCommand root)
    {
        var data = new Option<string>("--data") { Description = "Where the server's files live. Default: var/live" };
        var urls = new Option<string>("--urls") { Description = "Where the gateway listens.", DefaultValueFactory = _ => DefaultUrls };
        root.Options.Add(data);
        root.Options.Add(urls);
        root.SetAction((arguments, _) => CommandLine.GuardedAsync(() => ServeAsync(
            arguments.GetValue(data) ?? Path.Combine(CommandLine.Home, "var", "live"), arguments.GetValue(urls)!)));
    }

    private static async Task<int> ServeAsync(string folder, string urls)
    {
        await using var server = await Server.StartAsync(new(Path.GetFullPath(folder), FolderKind.Live, urls, LogLevel.Information));
        if (server.FirstKey is { } key)
            Console.WriteLine($"The first API key was written to {key}");
        Console.WriteLine($"Listening on {server.Address} ({ActorRuntime.Name}, SQLite in {folder})");
        await server.WaitAsync();
        return ExitCode.Done;
    }
}
