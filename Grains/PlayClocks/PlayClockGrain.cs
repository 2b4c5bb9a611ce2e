namespace ClusterActors.PlayClocks;

[GrainType("play-clock")]
public sealed class PlayClockGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : IPlayClockGrain
{
    private readonly Entity<PlayClockState, PlayClockCommand, PlayClockEvent> entity = new(PlayClockDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<PlayClockCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
