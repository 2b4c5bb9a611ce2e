namespace ClusterActors.Simulation;

/// <summary>Days in Vietnam, seven hours ahead of UTC; reckoned here once more and not asked of the domain that is to be checked.</summary>
internal static class Vietnam
{
    public static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime.AddHours(7));

    /// <summary>The first moment after a day.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => new(day.ToDateTime(new(17, 0)), TimeSpan.Zero);
}
