using ClusterActors.Simulation.Store;
using ClusterActors.Storage;
using ClusterActors.Tests.Journal;

namespace ClusterActors.Tests.Simulation;

/// <summary>What is simulated is held to the same promises as what is not.</summary>
public sealed class SimulatedStoreTests : JournalContract
{
    private readonly SimulatedDisk disk = new();

    protected override Task<IJournalStore> OpenJournalAsync() => Task.FromResult<IJournalStore>(new SimulatedStore(disk, Clock));
}
