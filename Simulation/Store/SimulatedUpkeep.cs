using ClusterActors.Journal;

namespace ClusterActors.Simulation.Store;

internal sealed class SimulatedUpkeep(SimulatedStore store) : IUpkeep
{
    public Task<IReadOnlyList<UpkeepNote>> LatestAsync(CancellationToken cancel = default) =>
        SimulatedStore.Done<IReadOnlyList<UpkeepNote>>(() => [.. store.Disk.Upkeep.Values]);

    public Task NoteAsync(UpkeepNote note, CancellationToken cancel = default) => SimulatedStore.Done(() => store.Disk.Upkeep[note.Task] = note);
}
