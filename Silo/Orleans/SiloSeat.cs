using Orleans.Runtime;

namespace ClusterActors.Silo;

/// <summary>A silo among its neighbours, as its own copy of the membership table has them.</summary>
internal sealed class SiloSeat(ISiloStatusOracle oracle) : IClusterSeat
{
    public ValueTask<int> SilosAsync(CancellationToken cancel) =>
        new(oracle.CurrentStatus == SiloStatus.Active ? oracle.GetApproximateSiloStatuses(onlyActive: true).Count : 0);
}
