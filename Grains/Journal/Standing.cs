namespace ClusterActors.Journal;

/// <summary>Where a stream stands: its state, and the version, hash and time of its last event.</summary>
internal sealed record Standing<TState>(TState State, long Version, byte[] Hash, DateTimeOffset RecordedAt)
{
    /// <summary>The version of the latest snapshot that was read or kept; 0 for none.</summary>
    public long Kept { get; init; }

    public Standing<TState> After(JournalEvent e, TState state) =>
        this with { State = state, Version = e.Version, Hash = e.Hash, RecordedAt = e.RecordedAt };
}
