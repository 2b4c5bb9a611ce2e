namespace ClusterActors.Storage.Postgres;

/// <summary>
/// Until when this process's leases and retries hold messages back, so that a wait can end in time without asking the database.
/// Those of other processes it does not know; they are met when the wait's own time has passed.
/// </summary>
internal sealed class HeldMessages(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> until = new(StringComparer.Ordinal);

    public void Hold(string messageId, long untilUnixMs)
    {
        lock (gate)
            until[messageId] = untilUnixMs;
    }

    public void Free(string messageId)
    {
        lock (gate)
            until.Remove(messageId);
    }

    /// <summary>Time until the next one is free, at most <paramref name="atMost"/>; what is free already is forgotten.</summary>
    public TimeSpan UntilNext(TimeSpan atMost)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            var next = long.MaxValue;
            foreach (var (message, end) in until)
            {
                if (end <= now)
                    until.Remove(message);
                else
                    next = Math.Min(next, end);
            }

            return next == long.MaxValue || next - now >= atMost.TotalMilliseconds ? atMost : TimeSpan.FromMilliseconds(next - now);
        }
    }
}
