namespace ClusterActors.PlayClocks;

/// <summary>Where a played folder's clock stands; null before it was first set.</summary>
public sealed record PlayClockState(DateTimeOffset? Now)
{
    public static PlayClockState Evolve(PlayClockState state, PlayClockEvent e) => e switch
    {
        PlayClockEvent.ClockMoved moved => new(moved.To),
        _ => state,
    };
}
