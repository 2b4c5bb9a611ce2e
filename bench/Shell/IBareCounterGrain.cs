using ClusterActors.Bench.Counters;

namespace ClusterActors.Bench.Shell;

/// <summary>Takes and gives what a durable counter does.</summary>
[Alias("bench-bare-counter")]
public interface IBareCounterGrain : IGrainWithStringKey
{
    [Alias("tell")]
    Task<Answer> Tell(Envelope<CounterCommand> envelope);
}

internal sealed class BareCounterGrain : IBareCounterGrain
{
    private long total;
    private long version;

    public Task<Answer> Tell(Envelope<CounterCommand> envelope)
    {
        total += ((CounterCommand.Add)envelope.Command).Amount;
        return Task.FromResult<Answer>(new Answer.Accepted { Version = ++version });
    }
}
