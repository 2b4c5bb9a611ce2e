using System.Globalization;

namespace ClusterActors.Play.Data;

/// <summary>The days on which people work by the days of rest and holidays of a regulation's calendar: what is invented happens on none of the others. Days exchanged for working days are left free.</summary>
internal sealed class WorkingDays(PlayedCalendar? calendar)
{
    // No run of holidays and days of rest is as long.
    private const int Longest = 31;

    /// <summary>That day, or the next one on which people work.</summary>
    /// <param name="day">As <c>yyyy-MM-dd</c>.</param>
    public string OnOrAfter(string day)
    {
        var first = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var working = Enumerable.Range(0, Longest).Select(first.AddDays).FirstOrDefault(Has, first);
        return working.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public bool Has(DateOnly day) => calendar is null
        || (!IsHoliday(day) && !(calendar.RestDays?.Value ?? []).Contains(day.DayOfWeek.ToString(), StringComparer.OrdinalIgnoreCase));

    private bool IsHoliday(DateOnly day) => (calendar!.Holidays ?? []).Any(holiday => holiday.First <= day && day <= holiday.Last);
}
