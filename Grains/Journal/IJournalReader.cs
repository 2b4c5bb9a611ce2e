namespace ClusterActors.Journal;

/// <summary>The whole journal, for who verifies, exports or follows it; no one reads so on the way of a command.</summary>
public interface IJournalReader
{
    /// <summary>Every event behind <paramref name="after"/> in commit order, read page by page: no lock is held between pages.</summary>
    IAsyncEnumerable<JournalEvent> ReadAllAsync(long after, CancellationToken cancel = default);

    /// <summary>Every stream's head, and the last position, as of one moment.</summary>
    Task<JournalHeads> ReadHeadsAsync(CancellationToken cancel = default);

    /// <summary>Every checkpoint, by number.</summary>
    Task<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancel = default);
}

public sealed record JournalHeads(long Position, IReadOnlyList<StreamHead> Heads);

public sealed record StreamHead(string Stream, long Version, byte[] Hash);
