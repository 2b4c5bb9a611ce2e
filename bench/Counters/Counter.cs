using ClusterActors.Journal;

namespace ClusterActors.Bench.Counters;

/// <summary>One event and one view row for each command, which is what most commands of the domain come to.</summary>
internal sealed record Counter(long Total)
{
    public const string Kind = "bench-counter";

    public static Aggregate<Counter, CounterCommand, CounterEvent> Aggregate { get; } = new(
        new(Total: 0),
        (_, command, _) => command switch
        {
            CounterCommand.Add(var amount) => new CounterEvent.Added(amount),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        },
        (state, e) => e switch
        {
            CounterEvent.Added(var amount) => new(state.Total + amount),
            _ => state,
        },
        (_, _) => [],
        state => new(Kind, new CounterView(state.Total)));

    public static string Key(int n) => $"{Kind}:{n}";
}

internal abstract record CounterEvent
{
    private CounterEvent()
    {
    }

    [EventName("bench-added")]
    public sealed record Added(int Amount) : CounterEvent;
}
