namespace ClusterActors.Schools;

[GrainType("school")]
public sealed class SchoolGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : ISchoolGrain
{
    private readonly Entity<SchoolState, SchoolCommand, SchoolEvent> entity = new(SchoolDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<SchoolCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
