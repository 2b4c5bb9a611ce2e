namespace ClusterActors.Inboxes;

public abstract record InboxEvent
{
    private InboxEvent()
    {
    }

    /// <param name="Owner">The unit whose people have taken note.</param>
    [EventName("reminder-acknowledged")]
    public sealed record ReminderAcknowledged(string Owner, Reminder Reminder) : InboxEvent;
}
