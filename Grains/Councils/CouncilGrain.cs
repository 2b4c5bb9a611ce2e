namespace ClusterActors.Councils;

[GrainType("council")]
public sealed class CouncilGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : ICouncilGrain
{
    private readonly Entity<CouncilState, CouncilCommand, CouncilEvent> entity = new(CouncilDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<CouncilCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
