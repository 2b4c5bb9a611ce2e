namespace ClusterActors.Silo;

/// <summary>The silos of the membership table. Those that are active are asked for their grains; one that does not answer is shown without.</summary>
internal abstract class OrleansSilos(IGrainFactory grains) : ISilos
{
    // The page is wanted most when there is nobody to ask.
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    protected IManagementGrain Management => grains.GetGrain<IManagementGrain>(0);

    public abstract ValueTask<int> CountAsync(CancellationToken cancel);

    public abstract Task<int?> ActivationsHereAsync();

    public async Task<IReadOnlyList<SiloStanding>> ListAsync()
    {
        MembershipEntry[] members;
        try
        {
            members = await Management.GetDetailedHosts().WaitAsync(Patience);
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            return [new("no silo answers", "", null, null)];
        }

        return await Task.WhenAll(members.Select(async member => new SiloStanding(
            $"{member.SiloName} ({member.SiloAddress})",
            member.Status.ToString(),
            new DateTimeOffset(DateTime.SpecifyKind(member.StartTime, DateTimeKind.Utc)),
            member.Status == SiloStatus.Active ? await ActivationsAsync(member.SiloAddress) : null)));
    }

    protected async Task<int?> ActivationsAsync(SiloAddress silo)
    {
        try
        {
            return (await Management.GetRuntimeStatistics([silo]))[0].ActivationCount;
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            return null;
        }
    }
}
