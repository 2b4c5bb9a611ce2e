namespace ClusterActors.Standards;

[GrainType("standard")]
public sealed class StandardGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : IStandardGrain
{
    private readonly Entity<StandardState, StandardCommand, StandardEvent> entity = new(StandardDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<StandardCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
