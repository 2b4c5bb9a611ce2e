namespace ClusterActors.LocalRuntime;

/// <summary>
/// Looks for idle activations at most fifteen times in the idle span, and only while there are any: a runtime nobody uses
/// sets no timer, so a simulated year without calls costs nothing.
/// </summary>
/// <remarks>
/// Goes by the hands of the clock, not by its timestamps, which a play clock may leave to the machine's. Hands that are set
/// let an activation go early or late, and either does no harm.
/// </remarks>
internal sealed class IdleSweep : IDisposable
{
    private readonly TimeProvider clock;
    private readonly TimeSpan idleAfter;
    private readonly Func<DateTimeOffset, bool> retireUnusedSince;
    private readonly ITimer timer;
    private int armed;

    /// <param name="retireUnusedSince">Lets go what was last used at that time or before; false when nothing is left.</param>
    public IdleSweep(TimeProvider clock, TimeSpan idleAfter, Func<DateTimeOffset, bool> retireUnusedSince)
    {
        this.clock = clock;
        this.idleAfter = idleAfter;
        this.retireUnusedSince = retireUnusedSince;
        timer = clock.CreateTimer(_ => Sweep(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>To be called after something was added.</summary>
    public void Arm() => Arm(idleAfter);

    public void Dispose() => timer.Dispose();

    private void Arm(TimeSpan due)
    {
        if (Interlocked.Exchange(ref armed, 1) == 0)
            timer.Change(due, Timeout.InfiniteTimeSpan);
    }

    private void Sweep()
    {
        // Disarmed before looking: what is added from here on arms for itself.
        Interlocked.Exchange(ref armed, 0);
        if (retireUnusedSince(clock.GetUtcNow() - idleAfter))
            Arm(idleAfter / 15);
    }
}
