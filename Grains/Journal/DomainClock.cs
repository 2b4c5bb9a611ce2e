namespace ClusterActors.Journal;

/// <summary>
/// The clock that the domain records by: the wall clock in a live folder, the journalled one in a played folder. A type of its
/// own, so that the runtime's timers and the store's leases, which take a plain <see cref="TimeProvider"/>, never run on it.
/// Asking may mean reading: the clock of a played folder is the same for every process on that store.
/// </summary>
public abstract class DomainClock : ICalendar
{
    public abstract ValueTask<DateTimeOffset> NowAsync(CancellationToken cancel = default);

    public async ValueTask<DateOnly> TodayAsync(CancellationToken cancel = default) => VietnamTime.DayOf(await NowAsync(cancel));
}

/// <summary>The time as it is.</summary>
public sealed class WallClock(TimeProvider time) : DomainClock
{
    public override ValueTask<DateTimeOffset> NowAsync(CancellationToken cancel = default) => new(time.GetUtcNow());
}
