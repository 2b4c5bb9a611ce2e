namespace ClusterActors.Inboxes;

/// <summary>The reminders that a unit has acknowledged.</summary>
public abstract record InboxState
{
    private InboxState()
    {
    }

    public sealed record Empty : InboxState;

    /// <param name="Owner">The unit, as <c>school:…</c> or <c>academy:…</c>.</param>
    public sealed record Kept(string Owner, EquatableList<Reminder> Acknowledged) : InboxState;

    public bool Has(Reminder reminder) => this is Kept kept && kept.Acknowledged.Contains(reminder);

    public static InboxState Evolve(InboxState state, InboxEvent e) => (state, e) switch
    {
        (Empty, InboxEvent.ReminderAcknowledged a) => new Kept(a.Owner, [a.Reminder]),
        (Kept kept, InboxEvent.ReminderAcknowledged a) => kept with { Acknowledged = kept.Acknowledged.Add(a.Reminder) },
        _ => state,
    };
}
