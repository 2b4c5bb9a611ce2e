namespace ClusterActors.Elections;

[GrainType("election")]
public sealed class ElectionGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : IElectionGrain
{
    private readonly Entity<ElectionState, ElectionCommand, ElectionEvent> entity = new(ElectionDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<ElectionCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
