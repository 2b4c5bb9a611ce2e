namespace ClusterActors.Academy;

[GrainType("academy")]
public sealed class AcademyGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : IAcademyGrain
{
    private readonly Entity<AcademyState, AcademyCommand, AcademyEvent> entity = new(AcademyDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<AcademyCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
