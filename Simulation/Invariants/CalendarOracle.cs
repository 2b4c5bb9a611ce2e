using ClusterActors.Academy;
using ClusterActors.Simulation.People;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Where a deadline goes, told from a list of all days on which nobody works.</summary>
internal static class CalendarOracle
{
    private static readonly DateOnly First = new(Year.Of - 1, 1, 1);

    private static readonly List<DateOnly> Days = [.. Enumerable.Range(0, 4 * 366).Select(First.AddDays)];

    public static Deadline Settled(Regulation regulation, Deadline deadline) => deadline with { Day = Settled(regulation.Calendar, deadline.Day) };

    public static DateOnly Settled(Calendar? calendar, DateOnly day)
    {
        if (calendar is null || calendar.OnRestDay.Value == RestDayPolicy.Stay)
            return day;
        var names = calendar.RestDays.Value.Select(weekday => weekday.ToString()).ToList();
        var holidays = calendar.Holidays.SelectMany(h => Days.Where(d => d >= h.First && d <= h.Last));
        var free = Days.Where(d => names.Contains(d.DayOfWeek.ToString())).Concat(holidays).Except(calendar.WorkingDays.Select(w => w.Day)).ToHashSet();
        return calendar.OnRestDay.Value == RestDayPolicy.Next ? Days.First(d => d >= day && !free.Contains(d)) : Days.Last(d => d <= day && !free.Contains(d));
    }
}
