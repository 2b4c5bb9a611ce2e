using ClusterActors.Campaigns;
using ClusterActors.Inboxes;
using ClusterActors.Inspections;
using ClusterActors.Schools;

namespace ClusterActors.Gateway;

/// <summary>
/// Inboxes put together from the rows that show clusters, years and inspections. Nothing is sent and no clock runs: who asks on a day is told the
/// same as everybody who asks on that day.
/// </summary>
internal sealed class InboxReader(IViews views)
{
    /// <summary>All that the school has still to do, in its cluster's latest two years.</summary>
    public async Task<IReadOnlyList<InboxItem>> OfSchoolAsync(string school, DateOnly today, CancellationToken cancel)
    {
        if (await FindAsync<SchoolView>(new SchoolKey(school), cancel) is not { Cluster: { } cluster })
            return [];
        var acknowledged = await AcknowledgedAsync(InboxKey.Of(new SchoolKey(school)), cancel);
        return [.. (await OfClusterAsync(cluster, today, acknowledged, cancel)).Where(item => item.Duty.School == school)];
    }

    /// <summary>All that any school has been reminded of and still not done.</summary>
    public async Task<IReadOnlyList<InboxItem>> OfAcademyAsync(DateOnly today, CancellationToken cancel)
    {
        var acknowledged = await AcknowledgedAsync(InboxKey.Of(AcademyKey.National), cancel);
        var items = new List<InboxItem>();
        foreach (var row in await views.ListAsync(ClusterKey.Kind, cancel))
            items.AddRange((await OfClusterAsync(row.Cluster!, today, acknowledged, cancel)).Where(item => item.Reminded is not null || item.DaysLate > 0));
        return items;
    }

    private async Task<List<InboxItem>> OfClusterAsync(string cluster, DateOnly today, IReadOnlyCollection<Reminder> acknowledged, CancellationToken cancel)
    {
        var items = new List<InboxItem>();
        for (var year = Math.Max(Years.First, today.Year - 1); year <= today.Year; year++)
        {
            if (await FindAsync<CampaignView>(new CampaignKey(cluster, year), cancel) is { } campaign)
                items.AddRange(Duty.Of(campaign, await InspectionsAsync(campaign, cancel)).Select(duty => InboxItem.On(today, duty, campaign.RemindBefore ?? [], acknowledged)));
        }

        return items;
    }

    private async Task<List<InspectionView>> InspectionsAsync(CampaignView campaign, CancellationToken cancel)
    {
        var inspections = new List<InspectionView>();
        foreach (var school in campaign.Phase == Phase.CrossInspection ? campaign.Roll : [])
        {
            if (await FindAsync<InspectionView>(new InspectionKey(campaign.Cluster, campaign.Year, school), cancel) is { } inspection)
                inspections.Add(inspection);
        }

        return inspections;
    }

    private async Task<IReadOnlyCollection<Reminder>> AcknowledgedAsync(InboxKey inbox, CancellationToken cancel) =>
        (await FindAsync<InboxView>(inbox, cancel))?.Acknowledged.ToHashSet() ?? [];

    private async Task<T?> FindAsync<T>(IGrainKey key, CancellationToken cancel)
        where T : class => await views.FindAsync(key.ToString()!, cancel) is { } row ? CanonicalJson.Read<T>(row.Document) : null;
}
