using ClusterActors.Campaigns;
using ClusterActors.Inboxes;
using ClusterActors.Inspections;
using ClusterActors.Schools;

namespace ClusterActors.Gateway;

/// <summary>
/// Inboxes put together from the rows that show clusters, years and inspections. Nothing is sent and no clock runs: who asks on a day is told the
/// same as everybody who asks on that day.
/// </summary>
internal sealed class InboxReader(IViews views, INationalViews national)
{
    /// <summary>All that the school has still to do in the latest two years, in whatever cluster: who moves finishes the open year where it began.</summary>
    public async Task<IReadOnlyList<InboxItem>> OfSchoolAsync(string school, DateOnly today, CancellationToken cancel)
    {
        if (await national.HistoryOfAsync(school, cancel) is not { } history)
            return [];
        var acknowledged = await AcknowledgedAsync(InboxKey.Of(new SchoolKey(school)), cancel);
        var items = new List<InboxItem>();
        foreach (var year in history.Years.Where(y => y.Year >= today.Year - 1 && y.Year <= today.Year).OrderBy(y => y.Year).ThenBy(y => y.Cluster, StringComparer.Ordinal))
            items.AddRange((await OfYearAsync(new(year.Cluster, year.Year), today, acknowledged, cancel)).Where(item => item.Duty.School == school));
        return items;
    }

    /// <summary>All that any school has been reminded of and still not done.</summary>
    public async Task<IReadOnlyList<InboxItem>> OfAcademyAsync(DateOnly today, CancellationToken cancel)
    {
        var acknowledged = await AcknowledgedAsync(InboxKey.Of(AcademyKey.National), cancel);
        var items = new List<InboxItem>();
        foreach (var row in await views.ListAsync(ClusterKey.Kind, cancel))
        {
            for (var year = Math.Max(Years.First, today.Year - 1); year <= today.Year; year++)
                items.AddRange((await OfYearAsync(new(row.Cluster!, year), today, acknowledged, cancel)).Where(item => item.Reminded is not null || item.DaysLate > 0));
        }

        return items;
    }

    /// <summary>
    /// Whether a school has that duty now and is reminded of it on that day, or the reminder has been acknowledged when it had: then its inbox knows
    /// what to answer.
    /// </summary>
    public async Task<bool> KnowsAsync(InboxKey inbox, Reminder reminder, DateOnly today, CancellationToken cancel)
    {
        var acknowledged = await AcknowledgedAsync(inbox, cancel);
        return acknowledged.Contains(reminder)
            || (await OfYearAsync(new(reminder.Duty.Cluster, reminder.Duty.Year), today, acknowledged, cancel)).Any(item => item.Duty == reminder.Duty && item.RemindOn.Contains(reminder.On));
    }

    private async Task<IEnumerable<InboxItem>> OfYearAsync(CampaignKey year, DateOnly today, IReadOnlyCollection<Reminder> acknowledged, CancellationToken cancel) =>
        await FindAsync<CampaignView>(year, cancel) is { } campaign
            ? Duty.Of(campaign, await InspectionsAsync(campaign, cancel)).Select(duty => InboxItem.On(today, duty, campaign.RemindBefore ?? [], acknowledged))
            : [];

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
