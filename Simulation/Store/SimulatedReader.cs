using ClusterActors.Journal;

namespace ClusterActors.Simulation.Store;

internal sealed class SimulatedReader(SimulatedStore store) : IJournalReader
{
    public IAsyncEnumerable<JournalEvent> ReadAllAsync(long after, CancellationToken cancel = default) =>
        store.Disk.Events.Skip((int)Math.Clamp(after, 0, int.MaxValue)).ToList().ToAsyncEnumerable();

    public Task<JournalHeads> ReadHeadsAsync(CancellationToken cancel = default) =>
        SimulatedStore.Done(() => new JournalHeads(store.Disk.Events.Count, [.. store.Disk.Heads.Values]));

    public Task<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancel = default) =>
        SimulatedStore.Done<IReadOnlyList<Checkpoint>>(() => [.. store.Disk.Checkpoints]);
}

internal sealed class SimulatedCheckpoints(SimulatedStore store) : ICheckpoints
{
    public Task<Checkpoint> MakeAsync(CancellationToken cancel = default) => SimulatedStore.Done(() =>
    {
        var disk = store.Disk;
        var latest = disk.Checkpoints.LastOrDefault();
        var position = (long)disk.Events.Count;
        if (latest?.Position == position)
            return latest;
        var previous = latest?.Root ?? Chain.Start;
        var root = Chain.Root(disk.Heads.Values.Select(head => (head.Stream, head.Version, head.Hash)), position, previous);
        disk.Checkpoints.Add(new(disk.Checkpoints.Count + 1, position, root, previous));
        return disk.Checkpoints[^1];
    });

    public Task<Checkpoint?> LatestAsync(CancellationToken cancel = default) => SimulatedStore.Done(() => store.Disk.Checkpoints.LastOrDefault());
}

internal sealed class SimulatedViews(SimulatedStore store) : IViews
{
    public Task<ViewRow?> FindAsync(string stream, CancellationToken cancel = default) => SimulatedStore.Done(() => store.Disk.Views.GetValueOrDefault(stream));

    public Task<IReadOnlyList<ViewRow>> ListAsync(string kind, CancellationToken cancel = default) =>
        SimulatedStore.Done<IReadOnlyList<ViewRow>>(() => [.. store.Disk.Views.Values.Where(view => view.Kind == kind)]);

    public Task<byte[]?> FindAnswerAsync(string stream, string operationId, CancellationToken cancel = default) =>
        SimulatedStore.Done(() => store.Disk.Operations.GetValueOrDefault((stream, operationId))?.Answer);
}
