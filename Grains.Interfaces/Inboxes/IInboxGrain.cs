namespace ClusterActors.Inboxes;

/// <summary>
/// What the people of one unit have acknowledged of their reminders. Who is to be reminded of what is kept nowhere: it follows from what is done
/// and what is not.
/// </summary>
[Alias("inbox")]
public interface IInboxGrain : IStreamGrain<InboxCommand>;

[GenerateSerializer, Alias("inbox-command")]
public abstract record InboxCommand
{
    private InboxCommand()
    {
    }

    /// <summary>Somebody of the unit has taken note of a reminder.</summary>
    [GenerateSerializer, Alias("acknowledge-reminder")]
    public sealed record Acknowledge([property: Id(0)] Reminder Reminder) : InboxCommand;
}

/// <summary>A duty and a day on which the school was reminded of it: the same duty and the same day are the same reminder.</summary>
[GenerateSerializer, Alias("reminder")]
public sealed record Reminder([property: Id(0)] Duty Duty, [property: Id(1)] DateOnly On);

/// <param name="Owner">The unit whose inbox it is, as <c>school:…</c> or <c>academy:…</c>.</param>
/// <param name="Acknowledged">In the order of their time.</param>
public sealed record InboxView(string Owner, EquatableList<Reminder> Acknowledged);
