using ClusterActors.Journal;

namespace ClusterActors.Bench.Counters;

internal sealed class CounterGrain(IActivation activation, IJournal journal, ISnapshots snapshots, DomainClock clock) : ICounterGrain
{
    private readonly Entity<Counter, CounterCommand, CounterEvent> entity = new(Counter.Aggregate, activation, journal, snapshots, clock);

    public Task<Answer> Tell(Envelope<CounterCommand> envelope) => entity.Tell(envelope);

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}
