namespace ClusterActors.Simulation;

/// <summary>A clock that moves only when nothing is left to do, and then to the next who waits.</summary>
internal sealed class VirtualTime(DateTimeOffset start) : TimeProvider
{
    private readonly PriorityQueue<TaskCompletionSource, (long Due, long Order)> sleepers = new();
    private DateTimeOffset now = start;
    private long order;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => now.UtcTicks;

    /// <summary>Nothing in a simulation may wait in another way than by <see cref="Sleep"/>.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("Simulated time has no timers.");

    public Task Sleep(TimeSpan time)
    {
        // Continuations go to the simulation's scheduler by themselves; told to run asynchronously, some would go to the thread pool.
        var sleeper = new TaskCompletionSource();
        sleepers.Enqueue(sleeper, ((now + time).UtcTicks, order++));
        return sleeper.Task;
    }

    public Task SleepUntil(DateTimeOffset when) => Sleep(when > now ? when - now : TimeSpan.Zero);

    /// <summary>Wakes the next sleeper; false when nobody sleeps.</summary>
    public bool WakeNext()
    {
        if (!sleepers.TryDequeue(out var sleeper, out var key))
            return false;
        now = new(key.Due, TimeSpan.Zero);
        sleeper.SetResult();
        return true;
    }
}
