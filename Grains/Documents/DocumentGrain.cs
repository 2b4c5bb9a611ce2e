namespace ClusterActors.Documents;

[GrainType("document")]
public sealed class DocumentGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : IDocumentGrain
{
    private readonly Entity<DocumentState, DocumentCommand, DocumentEvent> entity = new(DocumentDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<DocumentCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
