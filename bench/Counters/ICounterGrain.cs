namespace ClusterActors.Bench.Counters;

/// <summary>The smallest concept that is durable: it is here to be measured and means nothing.</summary>
[Alias("bench-counter")]
public interface ICounterGrain : IStreamGrain<CounterCommand>;

[GenerateSerializer, Alias("bench-counter-command")]
public abstract record CounterCommand
{
    private CounterCommand()
    {
    }

    [GenerateSerializer, Alias("bench-add")]
    public sealed record Add([property: Id(0)] int Amount) : CounterCommand;
}

internal sealed record CounterView(long Total);
