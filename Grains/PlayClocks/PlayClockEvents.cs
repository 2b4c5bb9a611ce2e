namespace ClusterActors.PlayClocks;

public abstract record PlayClockEvent
{
    private PlayClockEvent()
    {
    }

    [Alias("clock-moved")]
    public sealed record ClockMoved(DateTimeOffset To) : PlayClockEvent;
}
