using ClusterActors.Journal;
using ClusterActors.LocalRuntime;
using ClusterActors.Silo;
using ClusterActors.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;

namespace ClusterActors.Tests.Hosted;

/// <summary>Every grain in one process, on LocalRuntime.</summary>
internal sealed class LocalHost(IHost host) : IGrainHost
{
    public IGrainFactory Grains => host.Services.GetRequiredService<IGrainFactory>();

    /// <param name="snapshots">Kept every two events; null for none.</param>
    /// <param name="dispatching">Whether the outbox's messages are carried.</param>
    public static async Task<IGrainHost> StartAsync(IStore store, TimeProvider clock, bool dispatching = true, ISnapshotStore? snapshots = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services
            .AddDomain(store, FolderKind.Live, ClusterTimes.Default, snapshots is null ? 0 : 2)
            .AddSingleton<DomainClock>(new WallClock(clock))
            .AddHostedService(services => services.GetRequiredService<CheckpointService>())
            .AddLocalRuntime(grains => grains.CarryGrains());
        if (snapshots is not null)
            builder.Services.AddSingleton(snapshots);
        if (dispatching)
            builder.Services.AddHostedService<DispatcherService>();
        var host = builder.Build();
        await host.StartAsync();
        return new LocalHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
