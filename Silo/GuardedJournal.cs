using ClusterActors.Journal;
using ClusterActors.Silo.Telemetry;

namespace ClusterActors.Silo;

/// <summary>
/// Lets no append through that breaks an invariant. It is refused as a fault, before anything is written: what was committed
/// stays as it was, nobody is told that the operation was done, and it can be repeated once the cause is mended. To let it
/// through would put on record for ever what cannot be true. Each is logged as critical and counted.
/// </summary>
internal sealed partial class GuardedJournal(IJournal journal, Instruments instruments, ILogger<GuardedJournal> log) : IJournal
{
    public const string FaultCode = "invariant_broken";

    public Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default) => journal.ReadAsync(stream, from, cancel);

    /// <exception cref="JournalException"><c>invariant_broken</c>: nothing was written.</exception>
    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default)
    {
        if ((append.Broken ?? AppendInvariants.Broken(append)) is not { } broken)
            return journal.AppendAsync(append, cancel);
        instruments.Violations.Add(1, new KeyValuePair<string, object?>(Attributes.Invariant, broken.Number));
        Refused(append.OperationId, append.Stream, broken.Number, broken.Detail);
        return Task.FromException<AppendResult>(new JournalException(FaultCode, $"'{append.OperationId}' on {append.Stream} would break invariant {broken.Number}: {broken.Detail}."));
    }

    [LoggerMessage(1, LogLevel.Critical, "Operation {Operation} on {Stream} was not written: it breaks invariant {Number}: {Detail}")]
    private partial void Refused(string operation, string stream, int number, string detail);
}
