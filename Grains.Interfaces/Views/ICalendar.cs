namespace ClusterActors;

/// <summary>The day by the clock that the domain records by; in a played store that clock is journalled.</summary>
public interface ICalendar
{
    /// <summary>The day in Vietnam (UTC+7).</summary>
    ValueTask<DateOnly> TodayAsync(CancellationToken cancel = default);
}
