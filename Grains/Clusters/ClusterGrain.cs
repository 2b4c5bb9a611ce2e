namespace ClusterActors.Clusters;

[GrainType("cluster")]
public sealed class ClusterGrain(IActivation activation, IJournal journal, TimeProvider time) : IClusterGrain
{
    private readonly Entity<ClusterState, ClusterCommand, ClusterEvent> entity = new(ClusterDecider.Aggregate, activation, journal, time);

    public Task<Answer> Tell(Envelope<ClusterCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
