using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Simulation.Store;

internal sealed class SimulatedJournal(SimulatedStore store, OutboxBell bell, TimeProvider wall) : IJournal
{
    public Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default) => SimulatedStore.Done(() =>
        store.Disk.Streams.TryGetValue(stream, out var events)
            ? new History(stream, events.Count, events[^1].Hash, [.. events.Skip((int)Math.Min(from - 1, int.MaxValue))])
            : History.None(stream));

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default) => SimulatedStore.Done(() => Write(append));

    private AppendResult Write(Append append)
    {
        AppendShape.Check(append);
        var disk = store.Disk;
        if (disk.Operations.TryGetValue((append.Stream, append.OperationId), out var stored))
            return new AppendResult.Duplicate(stored.RequestHash, stored.Actor, stored.Answer);
        var head = disk.Heads.GetValueOrDefault(append.Stream);
        if ((head?.Version ?? 0) != append.ExpectedVersion)
            return new AppendResult.Conflict(head?.Version ?? 0);
        Check(disk, append, head);

        disk.Operations.Add((append.Stream, append.OperationId), append);
        AddEvents(disk, append);
        foreach (var message in append.Messages)
        {
            var row = new OutboxRow(message, wall.GetUtcNow());
            disk.Outbox.Add(row);
            disk.Messages.Add(message.Id, row);
        }

        if (append.View is { } view)
            disk.Views[view.Stream] = view;
        if (append.SettlesMessage is { } settled)
            (disk.Messages[settled].Done, disk.Messages[settled].HeldUntil) = (true, default);
        store.Committed?.Invoke(append);
        if (append.Messages.Count > 0 || append.SettlesMessage is not null)
            bell.Ring();
        return new AppendResult.Appended();
    }

    // All of it before the first change, because there is no transaction to roll back.
    private static void Check(SimulatedDisk disk, Append append, StreamHead? head)
    {
        if (append.Events is [var first, ..] && !first.PreviousHash.AsSpan().SequenceEqual(head?.Hash ?? Chain.Start))
            throw AppendShape.Malformed(append, "its first event does not join on to the head");
        if (append.SettlesMessage is { } settled && disk.Messages.GetValueOrDefault(settled)?.Message.Source != append.Stream)
            throw AppendShape.Malformed(append, $"it settles '{settled}', which this stream has not sent");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        if (append.Messages.FirstOrDefault(m => disk.Messages.ContainsKey(m.Id) || !ids.Add(m.Id)) is { } twice)
            throw new JournalException(StoreFault.AppendFailed, $"There is a message '{twice.Id}' already.");
    }

    private static void AddEvents(SimulatedDisk disk, Append append)
    {
        if (append.Events is not [.., var last])
            return;
        if (!disk.Streams.TryGetValue(append.Stream, out var stream))
            disk.Streams.Add(append.Stream, stream = []);
        foreach (var e in append.Events)
        {
            var placed = e with { Position = disk.Events.Count + 1 };
            disk.Events.Add(placed);
            stream.Add(placed);
        }

        disk.Heads[append.Stream] = new(append.Stream, append.NewVersion, last.Hash);
    }
}
