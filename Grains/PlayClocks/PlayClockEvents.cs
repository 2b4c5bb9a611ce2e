namespace ClusterActors.PlayClocks;

public abstract record PlayClockEvent
{
    private PlayClockEvent()
    {
    }

    [EventName("clock-moved")]
    public sealed record ClockMoved(DateTimeOffset To) : PlayClockEvent;
}
