using System.Net;
using ClusterActors.Gateway;
using ClusterActors.Journal;
using ClusterActors.Silo.Archives;
using ClusterActors.Silo.Telemetry;
using ClusterActors.Storage;
using Microsoft.Extensions.Logging.Console;

namespace ClusterActors.Silo;

/// <param name="Store">Where the journal is; the first key lives in its folder.</param>
/// <param name="Urls">Where this process listens; port 0 takes a free one.</param>
/// <param name="Log">The lowest level that is written to standard error.</param>
/// <param name="Part">What of the system this process carries.</param>
/// <param name="SnapshotEvery">After how many events a grain's state is kept; 0 keeps none.</param>
internal sealed record ServerOptions(StoreAddress Store, FolderKind Kind, string Urls, LogLevel Log, int SnapshotEvery, ServerPart Part = ServerPart.All)
{
    public const int DefaultRequestsAtOnce = 256;
    public const int DefaultArchivesAtOnce = 2;

    // For what a silo hands over, beyond the calls that it lets end.
    private static readonly TimeSpan HandOver = TimeSpan.FromSeconds(15);

    public ClusterTimes Times { get; init; } = ClusterTimes.Default;

    public TelemetryOptions Telemetry { get; init; } = TelemetryOptions.Off;

    /// <summary>Under which a silo stands in the membership table; null lets Orleans choose.</summary>
    public string? Name { get; init; }

    /// <summary>How long it goes on serving, not ready any more, when it has been asked to stop.</summary>
    public TimeSpan StopNotice { get; init; }

    /// <summary>How many requests the gateway works on at once; as many wait for their turn, and more are answered 503.</summary>
    public int RequestsAtOnce { get; init; } = DefaultRequestsAtOnce;

    /// <summary>How many archives of years the gateway makes at once; more are answered 429.</summary>
    public int ArchivesAtOnce { get; init; } = DefaultArchivesAtOnce;

    /// <summary>Where other silos and gateways reach this silo.</summary>
    public IPAddress SiloAddress { get; init; } = IPAddress.Loopback;

    /// <summary>What it takes at most to end in order.</summary>
    public static TimeSpan ShutdownOf(TimeSpan notice, ClusterTimes times) => notice + times.Response + HandOver;
}

[Flags]
internal enum ServerPart
{
    None = 0,

    /// <summary>Grains, dispatcher and checkpoints.</summary>
    Silo = 1,

    /// <summary>The HTTP API.</summary>
    Gateway = 2,

    All = Silo | Gateway,
}

/// <summary>One process of the system: all of it, or in the Orleans build a silo or a gateway of a cluster.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly IStore store;

    private Server(WebApplication app, IStore store) => (this.app, this.store) = (app, store);

    /// <summary>The gateway's address, with the port that was taken.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>The file with the first API key, when this start made it.</summary>
    public string? FirstKey { get; private init; }

    /// <exception cref="JournalException">The folder is in use, of the other kind, or of a newer release.</exception>
    /// <exception cref="EndedWhileStartingException">The process was asked to end meanwhile.</exception>
    public static async Task<Server> StartAsync(ServerOptions options)
    {
        var store = await options.Store.OpenAsync(options.Kind, exclusive: !ActorRuntime.IsClustered);
        try
        {
            var app = Build(options, store);
            await StartAsync(app);
            return new(app, store)
            {
                FirstKey = options.Part.HasFlag(ServerPart.Gateway)
                    ? await Installation.EnsureAsync(options.Store.Folder, store.Views, store.People, app.Services.GetRequiredService<IGrainFactory>())
                    : null,
            };
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>Completes when the process is asked to end.</summary>
    public Task WaitAsync() => app.WaitForShutdownAsync();

    public async ValueTask DisposeAsync()
    {
        // Asked to end by a signal, the host has stopped in order already.
        if (!app.Lifetime.ApplicationStopping.IsCancellationRequested)
            await app.StopAsync();
        await app.DisposeAsync();
        await store.DisposeAsync();
    }

    /// <summary>A start can take long: a gateway waits for a silo, a silo for its neighbours.</summary>
    private static async Task StartAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        // Whatever the start fails with then, it was not to come to its end any more.
        catch (Exception cancelled) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            await app.DisposeAsync();
            throw new EndedWhileStartingException(cancelled);
        }
    }

    private static WebApplication Build(ServerOptions options, IStore store)
    {
        // Nothing is read from files or variables of the place it happens to be started in.
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseUrls(options.Urls);
        builder.Services.AddRoutingCore();
        builder.Logging
            .SetMinimumLevel(options.Log)
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Orleans", LogLevel.Error)
            .AddSimpleConsole(console => console.SingleLine = true);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

        builder.AddTelemetry(options.Telemetry, makesCheckpoints: options.Part.HasFlag(ServerPart.Silo));
        // Asked to stop, it is not ready from that moment; after the notice it takes no more requests and answers those that it
        // has; then the dispatcher ends its pass, the silo hands over, and a last checkpoint is made.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ServerOptions.ShutdownOf(options.StopNotice, options.Times));
        builder.Services
            .AddHostedService(_ => new StopNotice(options.StopNotice, TimeProvider.System))
            .AddSingleton(_ => new StoreProof(store, TimeProvider.System))
            .AddSingleton(_ => new ArchiveLimit(options.ArchivesAtOnce));
        builder.Services.AddDomain(store, options.Kind, options.Times, options.SnapshotEvery).AddGateway(options.RequestsAtOnce);
        if (options.Part.HasFlag(ServerPart.Silo))
            builder.Services.AddHostedService(services => services.GetRequiredService<CheckpointService>());
        builder.AddActorRuntime(options, store);
        if (options.Part.HasFlag(ServerPart.Silo))
            builder.Services.AddHostedService<DispatcherService>();

        var app = builder.Build();
        HttpSpans.Use(app);
        StopNotice.CloseConnections(app);
        app.AnswerFaults();
        app.MapHealth();
        app.MapMetrics();
        if (options.Part.HasFlag(ServerPart.Gateway))
        {
            app.MapOperators();
            app.MapOperatorPage();
            app.MapArchives();
            app.MapGateway(played: options.Kind == FolderKind.Play);
        }

        return app;
    }
}
