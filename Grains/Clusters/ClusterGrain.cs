namespace ClusterActors.Clusters;

[GrainType("cluster")]
public sealed class ClusterGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : IClusterGrain
{
    private readonly Entity<ClusterState, ClusterCommand, ClusterEvent> entity = new(ClusterDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<ClusterCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
