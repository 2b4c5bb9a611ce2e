namespace ClusterActors.Beacons;

/// <summary>
/// Draws seeds that nobody could know or choose: from a checkpoint of the whole journal, made after the facts had been committed
/// that the seed is to decide on. One beacon serves one cluster.
/// </summary>
[Alias("beacon")]
public interface IBeaconGrain : IStreamGrain<BeaconCommand>;

[GenerateSerializer, Alias("beacon-command")]
public abstract record BeaconCommand
{
    private BeaconCommand()
    {
    }

    /// <summary>A stream asks for a seed for a purpose; it gets one for each purpose, ever.</summary>
    [GenerateSerializer, Alias("draw-seed")]
    public sealed record DrawSeed([property: Id(0)] string Purpose) : BeaconCommand;
}

/// <summary>A drawn seed: whoever has the checkpoint's root can replay what was drawn from it.</summary>
/// <param name="Checkpoint">The number of the checkpoint.</param>
/// <param name="Root">Its root, as lower-case hexadecimal.</param>
[GenerateSerializer, Alias("seed")]
public sealed record Seed([property: Id(0)] long Checkpoint, [property: Id(1)] string Root);
