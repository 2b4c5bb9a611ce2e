namespace ClusterActors.Silo;

/// <summary>Without Orleans this process is all there is.</summary>
internal sealed class OneProcess : IClusterSeat
{
    public ValueTask<int> SilosAsync(CancellationToken cancel) => new(1);
}
