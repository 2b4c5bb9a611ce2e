namespace ClusterActors.Tests;

/// <summary>
/// A clock that stands still until its test moves it; one test owns it. <see cref="Advance"/> lets time pass and fires the timers
/// that fall due, in order, on the caller's thread. Setting <see cref="UtcNow"/> moves only the hands, as an operator would.
/// </summary>
public sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<Timer> armed = [];
    private DateTimeOffset utcNow = start;
    private TimeSpan passed;

    public FakeClock()
        : this(new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.Zero))
    {
    }

    public DateTimeOffset UtcNow
    {
        get { lock (gate) return utcNow; }
        set { lock (gate) utcNow = value; }
    }

    /// <summary>So that a test can see that what it is about to wake is really asleep.</summary>
    public int ArmedTimers
    {
        get { lock (gate) return armed.Count; }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => UtcNow;

    public override long GetTimestamp()
    {
        lock (gate)
            return passed.Ticks;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        TimeSpan end;
        lock (gate)
            end = passed + by;
        while (Next(end) is { } due)
            due.Fire();
    }

    /// <summary>Moves the clock to the next timer that falls due by <paramref name="end"/>, or to the end.</summary>
    private Timer? Next(TimeSpan end)
    {
        lock (gate)
        {
            var next = armed.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            var step = (next?.Due ?? end) - passed;
            if (step > TimeSpan.Zero)
            {
                passed += step;
                utcNow += step;
            }

            next?.Rearm();
            return next;
        }
    }

    private sealed class Timer(FakeClock clock, Action callback) : ITimer
    {
        private TimeSpan period;

        public TimeSpan Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan newPeriod)
        {
            lock (clock.gate)
            {
                clock.armed.Remove(this);
                period = newPeriod;
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock.passed + dueTime;
                    clock.armed.Add(this);
                }
            }

            return true;
        }

        public void Rearm()
        {
            if (period > TimeSpan.Zero)
                Due += period;
            else
                clock.armed.Remove(this);
        }

        public void Fire() => callback();

        public void Dispose()
        {
            lock (clock.gate)
                clock.armed.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
