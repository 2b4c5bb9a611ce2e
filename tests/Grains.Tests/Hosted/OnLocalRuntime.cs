using ClusterActors.Storage;

namespace ClusterActors.Tests.Hosted;

public sealed class TwoSilosOnLocalRuntimeTests : TwoSilosTests
{
    private protected override Task<IGrainHost> StartAsync(IStore store, TimeProvider clock, ISnapshotStore snapshots) =>
        LocalHost.StartAsync(store, clock, dispatching: false, snapshots);
}

public sealed class YearOnLocalRuntimeTests : HostedYearTests
{
    private protected override Task<IGrainHost> StartAsync(IStore store, TimeProvider clock) => LocalHost.StartAsync(store, clock);
}

public sealed class FaultsOnLocalRuntimeTests : HostedFaultTests
{
    private protected override Task<IGrainHost> StartAsync(IStore store, TimeProvider clock) => LocalHost.StartAsync(store, clock);
}
