namespace ClusterActors.Simulation;

/// <summary>The clock that one silo reads: up to 30 seconds off, and now and then an hour off for a minute, forward or back.</summary>
internal sealed class SiloClock : TimeProvider
{
    /// <summary>The most that a silo's clock is off.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromHours(1) + TimeSpan.FromSeconds(Skew);

    private const int Skew = 30;

    private static readonly TimeSpan Jump = TimeSpan.FromHours(1);
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    private readonly World world;
    private readonly TimeSpan skew;
    private TimeSpan jump;
    private DateTimeOffset until;

    public SiloClock(World world)
    {
        this.world = world;
        skew = world.Strikes(f => f.SkewedClocks, "skewed clock") ? TimeSpan.FromSeconds(world.Chance.Between(-Skew, Skew)) : TimeSpan.Zero;
    }

    public override DateTimeOffset GetUtcNow()
    {
        var now = world.Time.GetUtcNow();
        if (now >= until && world.Strikes(f => f.ClockJumps, "clock jump"))
            (jump, until) = (world.Chance.OneIn(2) ? Jump : -Jump, now + Lasts);
        return now + skew + (now < until ? jump : TimeSpan.Zero);
    }

    /// <summary>Nothing in a simulation may wait in another way than by its virtual time.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("Simulated time has no timers.");
}
