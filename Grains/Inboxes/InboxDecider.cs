namespace ClusterActors.Inboxes;

/// <summary>The people of a unit acknowledge its reminders, each once.</summary>
public static class InboxDecider
{
    public static Aggregate<InboxState, InboxCommand, InboxEvent> Aggregate { get; } = new(new InboxState.Empty(), Decide, InboxState.Evolve, (_, _) => [], View);

    public static Decision<InboxEvent> Decide(InboxState state, InboxCommand command, Context context) => command switch
    {
        InboxCommand.Acknowledge(var reminder) => Acknowledge(state, reminder, context),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static Decision<InboxEvent> Acknowledge(InboxState state, Reminder reminder, Context context)
    {
        var (owner, duty) = (InboxKey.Parse(context.Stream), reminder.Duty);
        return (owner.School is { } school ? Rights.Represents(context.Actor, school) : Rights.Official(context.Actor))
            ?? Check.When(owner.School is { } own && own != duty.School, RefusalCode.Forbidden, "A school acknowledges its own reminders.")
            ?? Check.CodeOf(duty.Cluster, "cluster")
            ?? Check.Year(duty.Year)
            ?? Check.CodeOf(duty.School, "school")
            ?? (duty.Inspected is null ? null : Check.CodeOf(duty.Inspected, "inspected school"))
            ?? Check.When(reminder.On > duty.Day || reminder.On > VietnamTime.DayOf(context.RecordedAt), RefusalCode.DateInvalid, $"Nobody was reminded on {reminder.On:yyyy-MM-dd} yet.")
            ?? Check.When(state.Has(reminder), RefusalCode.AlreadyExists, "This reminder has been acknowledged.")
            ?? (Decision<InboxEvent>)new InboxEvent.ReminderAcknowledged(owner.Unit, reminder);
    }

    private static ViewDocument? View(InboxState state) =>
        state is InboxState.Kept inbox ? new(InboxKey.Kind, new InboxView(inbox.Owner, inbox.Acknowledged)) : null;
}
