namespace ClusterActors.Academy;

/// <summary>Days counted by a regulation's calendar; without one every day is a working day.</summary>
internal static class WorkingDays
{
    public static bool IsWorkingDay(this Calendar? calendar, DateOnly day) =>
        calendar is null
        || calendar.WorkingDays.Any(w => w.Day == day)
        || (!calendar.RestDays.Value.Contains(Of(day)) && !calendar.Holidays.Any(h => h.First <= day && day <= h.Last));

    /// <summary>Where a deadline of that day goes.</summary>
    public static DateOnly Settled(this Calendar? calendar, DateOnly day)
    {
        var step = calendar?.OnRestDay.Value switch { RestDayPolicy.Next => 1, RestDayPolicy.Previous => -1, _ => 0 };
        while (step != 0 && !calendar.IsWorkingDay(day))
            day = day.AddDays(step);
        return day;
    }

    /// <summary>The day that lies so many days after one, which itself does not count.</summary>
    public static DateOnly After(this Calendar? calendar, DateOnly day, int days, DayCount count)
    {
        if (count == DayCount.Calendar)
            return day.AddDays(days);
        for (var left = days; left > 0; left -= calendar.IsWorkingDay(day) ? 1 : 0)
            day = day.AddDays(1);
        return day;
    }

    private static Weekday Of(DateOnly day) => (Weekday)(((int)day.DayOfWeek + 6) % 7);
}
