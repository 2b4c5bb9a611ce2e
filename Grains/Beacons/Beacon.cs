namespace ClusterActors.Beacons;

/// <summary>Every seed that one cluster's streams have been given, oldest first.</summary>
public sealed record BeaconState(EquatableList<DrawnSeed> Seeds)
{
    public static BeaconState Initial { get; } = new([]);

    public static BeaconState Evolve(BeaconState state, BeaconEvent e) => e switch
    {
        BeaconEvent.SeedDrawn drawn => new(state.Seeds.Add(new(drawn.Stream, drawn.Purpose, drawn.Seed))),
        _ => state,
    };
}

/// <param name="Stream">The stream that asked.</param>
public sealed record DrawnSeed(string Stream, string Purpose, Seed Seed);
