namespace ClusterActors.Schools;

[GrainType("school")]
public sealed class SchoolGrain(IActivation activation, IJournal journal, DomainClock clock) : ISchoolGrain
{
    private readonly Entity<SchoolState, SchoolCommand, SchoolEvent> entity = new(SchoolDecider.Aggregate, activation, journal, clock);

    public Task<Answer> Tell(Envelope<SchoolCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
