using ClusterActors.Journal;

namespace ClusterActors.Simulation.Store;

/// <summary>What outlives every virtual silo and every opening of the store.</summary>
internal sealed class SimulatedDisk
{
    public SortedDictionary<string, StreamHead> Heads { get; } = new(StringComparer.Ordinal);

    /// <summary>In commit order; the first has position 1.</summary>
    public List<JournalEvent> Events { get; } = [];

    public Dictionary<string, List<JournalEvent>> Streams { get; } = new(StringComparer.Ordinal);

    public Dictionary<(string Stream, string Operation), Append> Operations { get; } = [];

    public List<OutboxRow> Outbox { get; } = [];

    public Dictionary<string, OutboxRow> Messages { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ViewRow> Views { get; } = new(StringComparer.Ordinal);

    public List<Checkpoint> Checkpoints { get; } = [];

    public Dictionary<string, PersonRecord> People { get; } = new(StringComparer.Ordinal);

    /// <summary>Hash of a key, in hexadecimal, to its person.</summary>
    public Dictionary<string, string> Keys { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, byte[]> Blobs { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<UpkeepTask, UpkeepNote> Upkeep { get; } = [];
}

/// <summary>A message that was sent, and how far it has come.</summary>
/// <param name="sentAt">By the wall clock.</param>
internal sealed class OutboxRow(OutboxMessage message, DateTimeOffset sentAt)
{
    public OutboxMessage Message => message;

    public DateTimeOffset SentAt => sentAt;

    public bool Done { get; set; }

    /// <summary>Order of parking; null when it is not parked.</summary>
    public long? Parked { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset HeldUntil { get; set; }

    public bool IsWaiting => !Done && Parked is null;
}
