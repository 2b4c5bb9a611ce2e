namespace ClusterActors.Beacons;

public abstract record BeaconEvent
{
    private BeaconEvent()
    {
    }

    /// <param name="Stream">The stream that asked.</param>
    [EventName("seed-drawn")]
    public sealed record SeedDrawn(string Stream, string Purpose, Seed Seed) : BeaconEvent;
}
