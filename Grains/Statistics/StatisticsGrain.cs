namespace ClusterActors.Statistics;

[GrainType("statistics")]
public sealed class StatisticsGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : IStatisticsGrain
{
    private readonly Entity<StatisticsState, StatisticsCommand, StatisticsEvent> entity = new(StatisticsDecider.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<StatisticsCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
