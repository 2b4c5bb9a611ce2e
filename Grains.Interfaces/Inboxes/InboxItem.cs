namespace ClusterActors.Inboxes;

/// <summary>A duty as it stands on a day.</summary>
/// <param name="RemindOn">The days on which the school is reminded of it, earliest first; none where the regulation has no reminders.</param>
/// <param name="Reminded">The latest of these days that has come; null before the first.</param>
/// <param name="DaysLeft">0 on the last day and after it.</param>
/// <param name="DaysLate">0 up to and on the last day.</param>
/// <param name="Acknowledged">Whether the owner of the inbox has acknowledged the reminder of <paramref name="Reminded"/>.</param>
public sealed record InboxItem(Duty Duty, EquatableList<DateOnly> RemindOn, DateOnly? Reminded, int DaysLeft, int DaysLate, bool Acknowledged)
{
    /// <param name="daysBefore">On how many days before the last one the school is reminded.</param>
    /// <param name="acknowledged">What the owner of the inbox has acknowledged.</param>
    public static InboxItem On(DateOnly today, Duty duty, IEnumerable<int> daysBefore, IReadOnlyCollection<Reminder> acknowledged)
    {
        var days = daysBefore.OrderDescending().Select(before => duty.Day.AddDays(-before)).ToEquatableList();
        DateOnly? reminded = days.Any(day => day <= today) ? days.Last(day => day <= today) : null;
        var left = duty.Day.DayNumber - today.DayNumber;
        return new(duty, days, reminded, Math.Max(0, left), Math.Max(0, -left), reminded is { } on && acknowledged.Contains(new(duty, on)));
    }
}
