namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in its reminders.</summary>
internal static class ReminderChecks
{
    private const int MostReminders = 10;
    private const int Earliest = 60;

    public static IEnumerable<string> Problems(Regulation r)
    {
        var days = r.Reminders?.DaysBefore.Value ?? [];
        if (days.Count > MostReminders || days.Distinct().Count() != days.Count || days.Any(d => d is < 0 or > Earliest))
            yield return $"A school is reminded at most {MostReminders} times, 0 to {Earliest} days before a deadline, and once on a day.";
    }

    public static IEnumerable<string> Sources(Regulation r) => r.Reminders is { } reminders ? [reminders.DaysBefore.Source] : [];
}
