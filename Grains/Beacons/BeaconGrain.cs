namespace ClusterActors.Beacons;

[GrainType("beacon")]
public sealed class BeaconGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock, ICheckpoints checkpoints) : IBeaconGrain
{
    private readonly Entity<BeaconState, BeaconCommand, BeaconEvent> entity = new(BeaconDecider.Aggregate, activation, journal, snapshots, clock);

    /// <summary>The checkpoint covers the question: it reached this grain out of a committed outbox.</summary>
    public async Task<Answer> Tell(Envelope<BeaconCommand> envelope) => await entity.Tell(envelope, await checkpoints.MakeAsync());

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
