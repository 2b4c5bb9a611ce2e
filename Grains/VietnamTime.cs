namespace ClusterActors;

/// <summary>Days and deadlines are Vietnam's, UTC+7 without summer time; fixed here so that no machine's time zone data matter.</summary>
public static class VietnamTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The day in Vietnam at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
