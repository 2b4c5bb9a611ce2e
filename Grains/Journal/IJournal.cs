namespace ClusterActors.Journal;

/// <summary>
/// The log of every stream. One append is one fenced write: head, answer, events, outbox and view row together or not at all.
/// Every store passes the same contract suite (tests/Grains.Tests/Journal/JournalContract.cs).
/// </summary>
public interface IJournal
{
    /// <summary>A stream's head and its events in order; an unknown stream has version 0 and no events.</summary>
    /// <param name="from">The version of the first event that is wanted, at least 1; beyond the head there are none.</param>
    /// <exception cref="JournalException">The store cannot answer.</exception>
    Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default);

    /// <summary>
    /// Writes under the fence. The operation is looked at first: one that is stored already gives <see cref="AppendResult.Duplicate"/>
    /// and writes nothing; else a head that is not at <see cref="Append.ExpectedVersion"/> gives <see cref="AppendResult.Conflict"/>
    /// and writes nothing. One append's failure never fails another's.
    /// </summary>
    /// <exception cref="JournalException">The outcome is unknown or the store refused; repeating with the same operation id is safe.</exception>
    Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default);
}

/// <summary>A stream as read: <paramref name="Hash"/> is the chain's last link, 32 zero bytes for an empty stream.</summary>
public sealed record History(string Stream, long Version, byte[] Hash, IReadOnlyList<JournalEvent> Events)
{
    public static History None(string stream) => new(stream, 0, Chain.Start, []);
}

/// <summary>One event as the journal keeps it. <paramref name="Position"/> is the commit order over all streams, 0 until it is committed.</summary>
public sealed record JournalEvent(
    string Stream,
    long Version,
    long Position,
    string Type,
    byte[] Payload,
    string Actor,
    string OperationId,
    DateTimeOffset RecordedAt,
    byte[] PreviousHash,
    byte[] Hash);

/// <summary>One fenced write. A refusal has no events and still takes the fence.</summary>
public sealed record Append
{
    public required string Stream { get; init; }

    /// <summary>The version the head must have; also the version the answer was decided on.</summary>
    public required long ExpectedVersion { get; init; }

    public required string OperationId { get; init; }

    /// <summary>SHA-256 over what the caller sent; a repetition with another hash is another request.</summary>
    public required byte[] RequestHash { get; init; }

    public required string Actor { get; init; }

    /// <summary>The answer as canonical bytes, given again to every repetition.</summary>
    public required byte[] Answer { get; init; }

    /// <summary>Versions run from <see cref="ExpectedVersion"/> + 1 without a gap.</summary>
    public IReadOnlyList<JournalEvent> Events { get; init; } = [];

    public IReadOnlyList<OutboxMessage> Messages { get; init; } = [];

    /// <summary>The stream's view after the events; null leaves the stored one.</summary>
    public ViewRow? View { get; init; }

    /// <summary>The outbox message whose outcome this append records: its row is marked done in the same write.</summary>
    public string? SettlesMessage { get; init; }

    /// <summary>A published document is complete with this append; stores need not look at it.</summary>
    public bool Publishes { get; init; }

    /// <summary>An invariant of the domain that its events would break; stores need not look at it.</summary>
    public BrokenInvariant? Broken { get; init; }

    /// <summary>The head after this append.</summary>
    public long NewVersion => ExpectedVersion + Events.Count;
}

/// <summary>A closed union: what became of an append.</summary>
public abstract record AppendResult
{
    private AppendResult()
    {
    }

    public sealed record Appended : AppendResult;

    /// <summary>Someone else has moved the head.</summary>
    public sealed record Conflict(long ActualVersion) : AppendResult;

    /// <summary>The operation was answered before; who may see the answer is for the caller to check.</summary>
    public sealed record Duplicate(byte[] RequestHash, string Actor, byte[] Answer) : AppendResult;
}

/// <summary>A message to another grain, committed with the events that caused it.</summary>
/// <param name="Id"><c>{source}/{version}.{index}</c>: known before the write, the same for ever.</param>
/// <param name="Version">The version of the event that caused it: order within a source.</param>
/// <param name="Index">Order within one event.</param>
/// <param name="Target">The key of the receiving grain.</param>
/// <param name="Payload">The command as canonical bytes.</param>
/// <param name="DueAt">Not before this time; compared with the domain's clock.</param>
public sealed record OutboxMessage(string Id, string Source, long Version, int Index, string Target, byte[] Payload, DateTimeOffset DueAt)
{
    /// <summary>The trace of the append that sent it, as in a W3C <c>traceparent</c>; null where none was recorded. Of no meaning to the domain.</summary>
    public string? Trace { get; init; }
}

/// <summary>The store failed; the state in memory is to be forgotten. <see cref="Code"/> is stable.</summary>
public class JournalException : Exception
{
    public JournalException(string code, string message, Exception? inner = null)
        : base(message, inner) => Data[nameof(Code)] = code;

    // Of an exception that crosses from process to process, a runtime keeps what every exception has: message and data.
    public string Code => (string)Data[nameof(Code)]!;
}
