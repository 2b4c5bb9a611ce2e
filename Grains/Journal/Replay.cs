namespace ClusterActors.Journal;

/// <summary>
/// Finds out where a stream stands: from its snapshot and the events after it, where the journal bears the snapshot out, else
/// from all its events.
/// </summary>
internal sealed class Replay<TState, TCommand, TEvent>(Aggregate<TState, TCommand, TEvent> aggregate, IJournal journal, ISnapshots snapshots)
    where TEvent : class
{
    private static readonly EventTypes<TEvent> Types = new();

    /// <exception cref="JournalException">The store cannot answer, or what it holds contradicts itself.</exception>
    public async Task<Standing<TState>> LoadAsync(string stream)
    {
        if (await FromSnapshotAsync(stream) is { } standing)
            return standing;
        var history = await journal.ReadAsync(stream);
        return Follow(new(aggregate.Initial, 0, Chain.Start, DateTimeOffset.UnixEpoch), history, history.Events);
    }

    /// <summary>Has the standing kept when it is far enough from the last one; for what has been committed alone.</summary>
    public Standing<TState> Kept(string stream, Standing<TState> committed)
    {
        if (committed.Version - committed.Kept < snapshots.Every)
            return committed;
        snapshots.Keep(stream, () => new Snapshot(committed.Version, committed.Hash, StateForm<TState>.Write(committed.State)).Sealed(stream, StateForm<TState>.Shape));
        return committed with { Kept = committed.Version };
    }

    private async Task<Standing<TState>?> FromSnapshotAsync(string stream)
    {
        if (await snapshots.FindAsync(stream) is not { } bytes)
            return null;
        if (Snapshot.Open(stream, StateForm<TState>.Shape, bytes) is { } snapshot && StateForm<TState>.TryRead(snapshot.State, out var state))
        {
            var history = await journal.ReadAsync(stream, snapshot.Version);
            if (history.Events is [var anchor, ..]
                && Chain.Holds(anchor, snapshot.Version, anchor.PreviousHash)
                && anchor.Hash.AsSpan().SequenceEqual(snapshot.Hash))
                return Follow(new(state, anchor.Version, anchor.Hash, anchor.RecordedAt) { Kept = anchor.Version }, history, history.Events.Skip(1));
        }

        snapshots.Ignored(stream);
        return null;
    }

    private Standing<TState> Follow(Standing<TState> current, History history, IEnumerable<JournalEvent> events)
    {
        foreach (var e in events)
        {
            if (!Chain.Holds(e, current.Version + 1, current.Hash))
                throw new JournalException("journal_broken", $"{history.Stream} version {current.Version + 1}: the event does not join on to the one before.");
            current = current.After(e, e.Type == StepAnswered.TypeName ? current.State : aggregate.Evolve(current.State, Types.Read(e)));
        }

        return current.Version == history.Version && current.Hash.AsSpan().SequenceEqual(history.Hash)
            ? current
            : throw new JournalException("journal_broken", $"{history.Stream}: the head stands at version {history.Version}, the events end at {current.Version}.");
    }
}
