namespace ClusterActors.Inspections;

[GrainType("inspection")]
public sealed class InspectionGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : IInspectionGrain
{
    private readonly Entity<InspectionState, InspectionCommand, InspectionEvent> entity = new(InspectionDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<InspectionCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
