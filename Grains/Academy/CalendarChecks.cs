namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in its calendar.</summary>
internal static class CalendarChecks
{
    // Who looks for a working day looks at one day after the other.
    private const int MostHolidays = 100;
    private const int LongestHoliday = 31;

    public static IEnumerable<string> Problems(Regulation r)
    {
        if (r.Calendar is not { } calendar)
            yield break;
        var rest = calendar.RestDays.Value;
        if (rest.Distinct().Count() != rest.Count || rest.Count > 3)
            yield return "A week has 0 to 3 days of rest, each named once.";
        if (calendar.Holidays.Count > MostHolidays || calendar.Holidays.Any(h => h.Last < h.First || h.Last.DayNumber - h.First.DayNumber >= LongestHoliday))
            yield return $"There are at most {MostHolidays} holidays, each 1 to {LongestHoliday} days long.";
        if (calendar.Holidays.Any(h => h.First.Year < Years.First || h.Last.Year > Years.Last))
            yield return "A holiday lies in no campaign year.";
        if (calendar.Holidays.Any(h => ClusterActors.Check.Text(h.Name, "name", 300) is not null))
            yield return "A holiday has no proper name.";
        if (calendar.WorkingDays.Count > MostHolidays || calendar.WorkingDays.Select(w => w.Day).Distinct().Count() != calendar.WorkingDays.Count)
            yield return $"There are at most {MostHolidays} working days out of turn, each named once.";
    }

    public static IEnumerable<string> Sources(Regulation r) => r.Calendar is { } calendar
        ? [calendar.RestDays.Source, calendar.OnRestDay.Source, .. calendar.Holidays.Select(h => h.Source), .. calendar.WorkingDays.Select(w => w.Source)]
        : [];
}
