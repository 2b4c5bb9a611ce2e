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
