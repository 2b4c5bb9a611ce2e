using System.CommandLine;
using System.Net;
using ClusterActors.Silo.Telemetry;
using ClusterActors.Storage;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run</c>, <c>./run silo</c>, <c>./run gateway</c>: a process of the system, until it is asked to stop.</summary>
internal static class ServeCommand
{
    private const string DefaultUrls = "http://127.0.0.1:5080";
    private const string AnyPort = "http://127.0.0.1:0";

    public static void AddTo(RootCommand root)
    {
        Fill(root, ServerPart.All, DefaultUrls);
        root.Subcommands.Add(Fill(new Command("silo", "Start a silo of an Orleans cluster on PostgreSQL."), ServerPart.Silo, AnyPort));
        root.Subcommands.Add(Fill(new Command("gateway", "Start a gateway of an Orleans cluster on PostgreSQL."), ServerPart.Gateway, DefaultUrls));
    }

    private static Command Fill(Command command, ServerPart part, string defaultUrls)
    {
        var data = new Option<string>("--data") { Description = "Where this process's files live. Default: var/live" };
        var store = StoreOption.Create();
        var urls = new Option<string>("--urls") { Description = "Where this process listens.", DefaultValueFactory = _ => defaultUrls };
        var snapshots = SnapshotOption.Create();
        var played = new Option<bool>("--played") { Description = "The store is a played one." };
        var lost = SiloLostOption.Create();
        var otlp = OtlpOption.Create();
        var notice = StopNoticeOption.Create(part);
        var address = SiloAddressOption.Create();
        var name = new Option<string?>("--name") { Description = "What this silo is called in the membership table." };
        var atOnce = AtOnceOption.Requests();
        var archives = AtOnceOption.Archives();
        command.Options.Add(data);
        command.Options.Add(store);
        command.Options.Add(urls);
        if (part != ServerPart.Gateway)
            command.Options.Add(snapshots);
        command.Options.Add(played);
        command.Options.Add(otlp);
        command.Options.Add(notice);
        if (part == ServerPart.Silo)
            command.Options.Add(name);
        if (part != ServerPart.All)
            command.Options.Add(lost);
        if (part != ServerPart.Silo)
        {
            command.Options.Add(atOnce);
            command.Options.Add(archives);
        }

        if (part == ServerPart.Silo)
            command.Options.Add(address);
        command.SetAction((arguments, _) => CommandLine.GuardedAsync(() => ServeAsync(
            arguments.GetValue(data) ?? Path.Combine(CommandLine.Home, "var", "live"),
            folder => new(
                StoreAddress.Of(folder, arguments.GetValue(store)),
                arguments.GetValue(played) ? FolderKind.Play : FolderKind.Live,
                arguments.GetValue(urls)!,
                LogLevel.Information,
                arguments.GetValue(snapshots),
                part)
            {
                Times = part == ServerPart.All ? ClusterTimes.Default : new(TimeSpan.FromSeconds(arguments.GetValue(lost))),
                Telemetry = new(arguments.GetValue(otlp)),
                StopNotice = TimeSpan.FromSeconds(arguments.GetValue(notice)),
                SiloAddress = part == ServerPart.Silo ? arguments.GetValue(address)! : IPAddress.Loopback,
                Name = part == ServerPart.Silo ? arguments.GetValue(name) : null,
                RequestsAtOnce = part == ServerPart.Silo ? ServerOptions.DefaultRequestsAtOnce : arguments.GetValue(atOnce),
                ArchivesAtOnce = part == ServerPart.Silo ? ServerOptions.DefaultArchivesAtOnce : arguments.GetValue(archives),
            }), CancellationToken.None));
        return command;
    }

    private static async Task<int> ServeAsync(string data, Func<string, ServerOptions> optionsFor)
    {
        var folder = Path.GetFullPath(data);
        Directory.CreateDirectory(folder);
        var options = optionsFor(folder);
        await using var server = await Server.StartAsync(options);
        if (server.FirstKey is { } key)
            Console.WriteLine($"The first API key was written to {key}");
        Console.WriteLine($"Listening on {server.Address} ({options.Part switch { ServerPart.All => "server", var one => one.ToString().ToLowerInvariant() }}, {ActorRuntime.Name}, {options.Store.Name}, files in {data})");
        await server.WaitAsync();
        return ExitCode.Done;
    }
}
