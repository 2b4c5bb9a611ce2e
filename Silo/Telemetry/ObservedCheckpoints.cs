using ClusterActors.Journal;

namespace ClusterActors.Silo.Telemetry;

/// <summary>Knows when this process last had a checkpoint that covers everything; a checkpoint itself bears no time.</summary>
internal sealed class ObservedCheckpoints(ICheckpoints checkpoints, Instruments instruments, TimeProvider time) : ICheckpoints
{
    private readonly DateTimeOffset started = time.GetUtcNow();
    private Reached? last;

    /// <summary>How long ago; while there was none, since the process has run.</summary>
    public TimeSpan Age => time.GetUtcNow() - (LastMade ?? started);

    public DateTimeOffset? LastMade => Volatile.Read(ref last)?.At;

    public async Task<Checkpoint> MakeAsync(CancellationToken cancel = default)
    {
        try
        {
            var made = await checkpoints.MakeAsync(cancel);
            Volatile.Write(ref last, new(time.GetUtcNow()));
            instruments.Checkpoints.Add(1, new KeyValuePair<string, object?>(Attributes.Outcome, "made"));
            return made;
        }
        catch (JournalException fault)
        {
            instruments.Checkpoints.Add(1, new(Attributes.Outcome, Attributes.Fault), new(Attributes.Error, fault.Code));
            throw;
        }
    }

    public Task<Checkpoint?> LatestAsync(CancellationToken cancel = default) => checkpoints.LatestAsync(cancel);

    private sealed record Reached(DateTimeOffset At);
}
