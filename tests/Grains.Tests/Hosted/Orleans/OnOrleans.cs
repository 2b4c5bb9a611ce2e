using ClusterActors.Storage;

namespace ClusterActors.Tests.Hosted;

public sealed class TwoSilosOnOrleansTests : TwoSilosTests
{
    private protected override async Task<IGrainHost> StartAsync(IStore store, TimeProvider clock, ISnapshotStore snapshots) =>
        await OrleansHost.StartAsync(1, () => Task.FromResult(store), clock, dispatching: false, snapshots);
}

public sealed class YearOnOrleansTests : HostedYearTests
{
    private protected override async Task<IGrainHost> StartAsync(IStore store, TimeProvider clock) =>
        await OrleansHost.StartAsync(3, () => Task.FromResult(store), clock);
}

public sealed class FaultsOnOrleansTests : HostedFaultTests
{
    private protected override async Task<IGrainHost> StartAsync(IStore store, TimeProvider clock) =>
        await OrleansHost.StartAsync(1, () => Task.FromResult(store), clock);
}
