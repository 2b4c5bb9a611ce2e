namespace ClusterActors.Inboxes;

[GrainType("inbox")]
public sealed class InboxGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : IInboxGrain
{
    private readonly Entity<InboxState, InboxCommand, InboxEvent> entity = new(InboxDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<InboxCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
