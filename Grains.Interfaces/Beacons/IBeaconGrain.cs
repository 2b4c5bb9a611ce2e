namespace ClusterActors.Beacons;

/// <summary>Gives seeds that nobody could know or choose when the question was committed.</summary>
[Alias("beacon")]
public interface IBeaconGrain : IStreamGrain<BeaconCommand>;

[GenerateSerializer, Alias("beacon-command")]
public abstract record BeaconCommand
{
    private BeaconCommand()
    {
    }

    /// <summary>A stream asks for a seed and is told it by the outbox.</summary>
    /// <param name="Purpose">What is to be drawn; the same purpose of the same stream gets the same seed.</param>
    [GenerateSerializer, Alias("draw-seed")]
    public sealed record DrawSeed([property: Id(0)] string Purpose) : BeaconCommand;
}
