using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Simulation.Store;

internal sealed class SimulatedOutbox(SimulatedStore store, OutboxBell bell, TimeProvider wall) : IOutbox, IOutboxAge
{
    public Task<IReadOnlyList<LeasedMessage>> LeaseAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancel = default) =>
        SimulatedStore.Done<IReadOnlyList<LeasedMessage>>(() =>
        {
            var time = wall.GetUtcNow();
            var leased = store.Disk.Outbox
                .Where(row => !row.Done)
                .GroupBy(row => (row.Message.Source, row.Message.Target))
                .Where(pair => pair.All(row => row.HeldUntil <= time))
                .Select(pair => pair.MinBy(row => (row.Message.DueAt, row.Message.Version, row.Message.Index))!)
                .Where(row => row.IsWaiting && row.Message.DueAt <= now)
                .OrderBy(row => row.Message.DueAt)
                .Take(limit)
                .ToList();
            foreach (var row in leased)
                (row.HeldUntil, row.Tries) = (time + lease, row.Tries + 1);
            return [.. leased.Select(row => new LeasedMessage(row.Message, row.Tries))];
        });

    public Task RetryAsync(string messageId, TimeSpan delay, CancellationToken cancel = default) =>
        ChangeAsync(messageId, row => row.IsWaiting, row => row.HeldUntil = wall.GetUtcNow() + delay);

    public Task ParkAsync(string messageId, CancellationToken cancel = default) =>
        ChangeAsync(messageId, row => row.IsWaiting, row => (row.Parked, row.HeldUntil) = (Order(), default));

    public Task<IReadOnlyList<OutboxMessage>> ListParkedAsync(CancellationToken cancel = default) => SimulatedStore.Done<IReadOnlyList<OutboxMessage>>(
        () => [.. store.Disk.Outbox.Where(row => row is { Done: false, Parked: not null }).OrderBy(row => row.Parked).Select(row => row.Message)]);

    public Task<bool> ResumeAsync(string messageId, CancellationToken cancel = default) =>
        ChangeAsync(messageId, row => row is { Done: false, Parked: not null }, row => (row.Parked, row.Tries, row.HeldUntil) = (null, 0, default));

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel = default)
    {
        var time = wall.GetUtcNow();
        var held = store.Disk.Outbox.Where(row => row.HeldUntil > time).Select(row => row.HeldUntil - time);
        return bell.WaitAsync(held.Append(atMost).Min(), cancel);
    }

    public Task<OutboxDepth> DepthAsync(CancellationToken cancel = default) => SimulatedStore.Done(() => new OutboxDepth(
        store.Disk.Outbox.Count(row => row.IsWaiting), store.Disk.Outbox.Count(row => row is { Done: false, Parked: not null })));

    public Task<DateTimeOffset?> OldestAsync(CancellationToken cancel = default) => SimulatedStore.Done(() =>
    {
        var time = wall.GetUtcNow();
        return store.Disk.Outbox.Where(row => row.IsWaiting && row.Message.DueAt <= time)
            .Select(row => (DateTimeOffset?)(row.SentAt > row.Message.DueAt ? row.SentAt : row.Message.DueAt)).Min();
    });

    private long Order() => 1 + store.Disk.Outbox.Max(row => row.Parked ?? 0);

    private Task<bool> ChangeAsync(string messageId, Func<OutboxRow, bool> when, Action<OutboxRow> change) => SimulatedStore.Done(() =>
    {
        if (store.Disk.Messages.GetValueOrDefault(messageId) is not { } row || !when(row))
            return false;
        change(row);
        bell.Ring();
        return true;
    });
}
