using Orleans.Runtime;

namespace ClusterActors.Silo;

/// <summary>A silo among its neighbours, as its own copy of the membership table has them.</summary>
internal sealed class SiloSeat(ISiloStatusOracle oracle, IGrainFactory grains) : OrleansSilos(grains)
{
    private bool HasJoined => oracle.CurrentStatus == SiloStatus.Active;

    public override ValueTask<int> CountAsync(CancellationToken cancel) =>
        new(HasJoined ? oracle.GetApproximateSiloStatuses(onlyActive: true).Count : 0);

    /// <summary>Not before the silo has joined: until then it cannot ask anybody.</summary>
    public override async Task<int?> ActivationsHereAsync() => HasJoined ? await ActivationsAsync(oracle.SiloAddress) : null;
}
