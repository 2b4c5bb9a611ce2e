using ClusterActors.Simulation.Store;
using ClusterActors.Storage;
using ClusterActors.Tests.Journal;

namespace ClusterActors.Tests.Simulation;

/// <summary>What is simulated is held to the same promises as what is not.</summary>
public sealed class SimulatedStoreTests : StoreContract
{
    private readonly SimulatedDisk disk = new();

    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(new SimulatedStore(disk, Clock));
}
