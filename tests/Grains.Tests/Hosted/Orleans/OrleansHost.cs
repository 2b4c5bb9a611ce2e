using System.Collections.Concurrent;
using ClusterActors.Journal;
using ClusterActors.Silo;
using ClusterActors.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.TestingHost;

namespace ClusterActors.Tests.Hosted;

/// <summary>
/// A cluster of Orleans silos in this process, each wired as production wires it; only how silos find each other is the test
/// cluster's own, and its times are shorter.
/// </summary>
internal sealed class OrleansHost : IGrainHost
{
    private static readonly ClusterTimes Times = new(TimeSpan.FromSeconds(3)) { Response = TimeSpan.FromSeconds(3) };

    private readonly ConcurrentQueue<IStore> stores = new();
    private readonly Func<Task<IStore>> open;
    private readonly InProcessTestCluster cluster;

    private OrleansHost(int silos, Func<Task<IStore>> open, TimeProvider clock, bool dispatching, ISnapshotStore? snapshots)
    {
        this.open = open;
        var builder = new InProcessTestClusterBuilder((short)silos);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSiloHost((_, host) =>
        {
            Assert.True(stores.TryDequeue(out var store));
            host.Services
                .AddDomain(store, FolderKind.Live, Times, snapshots is null ? 0 : 2)
                .AddSingleton<DomainClock>(new WallClock(clock))
                .AddHostedService(services => services.GetRequiredService<CheckpointService>());
            host.UseOrleans(silo => silo.CarryGrains(Times));
            if (snapshots is not null)
                host.Services.AddSingleton(snapshots);
            if (dispatching)
                host.Services.AddHostedService<DispatcherService>();
        });
        builder.ConfigureClient(client => client.CallGrains(Times));
        cluster = builder.Build();
    }

    public IGrainFactory Grains => cluster.Client;

    public int Size => cluster.Silos.Count;

    /// <param name="open">The store of a silo; silos may share one.</param>
    /// <param name="snapshots">Kept every two events; null for none.</param>
    /// <param name="dispatching">Whether the silos carry the outbox's messages.</param>
    public static async Task<OrleansHost> StartAsync(int silos, Func<Task<IStore>> open, TimeProvider clock, bool dispatching = true, ISnapshotStore? snapshots = null)
    {
        var host = new OrleansHost(silos, open, clock, dispatching, snapshots);
        for (var i = 0; i < silos; i++)
            host.stores.Enqueue(await open());
        await host.cluster.DeployAsync();
        return host;
    }

    /// <summary>Ends a silo without its grains having a last word.</summary>
    public Task KillAsync(int silo) => cluster.KillSiloAsync(cluster.Silos[silo]);

    public async Task StartAnotherAsync()
    {
        stores.Enqueue(await open());
        await cluster.StartAdditionalSiloAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await cluster.StopAllSilosAsync();
        await cluster.DisposeAsync();
    }
}
