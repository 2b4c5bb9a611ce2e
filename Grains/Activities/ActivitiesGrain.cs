namespace ClusterActors.Activities;

[GrainType("activities")]
public sealed class ActivitiesGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : IActivitiesGrain
{
    private readonly Entity<ActivitiesState, ActivitiesCommand, ActivitiesEvent> entity = new(ActivitiesDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<ActivitiesCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
