namespace ClusterActors.Standards;

[GrainType("assessment")]
public sealed class AssessmentGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : IAssessmentGrain
{
    private readonly Entity<AssessmentState, AssessmentCommand, AssessmentEvent> entity = new(AssessmentDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<AssessmentCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
