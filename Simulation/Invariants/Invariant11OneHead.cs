using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant11OneHead() : Invariant(11, "a cluster has one head in office or a vacancy, and authority changes at one event")
{
    // Who was in office when the cluster opened the year, until its campaign has heard of it.
    private readonly Dictionary<CampaignKey, Officers?> openers = [];

    public override void Committed(World world, Commit commit)
    {
        foreach (var (e, read, before, after) in commit.Events)
        {
            if (after is ClusterState.Formed cluster)
                Check(e.Type, read, (before as ClusterState.Formed)?.InOffice, cluster);
            if (read is ClusterEvent.YearOpened year && after is ClusterState.Formed opener)
                openers[new(opener.Code, year.Year)] = opener.InOffice;
            if (read is CampaignEvent.Opened opened)
                Holds(openers.GetValueOrDefault(new(opened.Cluster, opened.Regulation.Year)) == opened.Officers,
                    $"the year {opened.Regulation.Year} was opened under {opened.Officers}, who were not in office");
            if (read is CampaignEvent.HandoverNoted noted)
                Holds(world.Ledger.State<ClusterState.Formed>(new ClusterKey(((CampaignState.Opened)after).Key.Cluster))?.InOffice?.Head == noted.Head,
                    $"'{noted.Head}' took over and is not in office");
        }
    }

    /// <summary>Who leads the cluster leads its year: an officer replaced meanwhile is known there a minute later.</summary>
    public override void Healed(World world)
    {
        foreach (var key in world.Year.Campaigns)
        {
            if (world.Ledger.State<CampaignState.Opened>(key) is { } c && world.Ledger.State<ClusterState.Formed>(new ClusterKey(key.Cluster))?.InOffice is { } now && now.Year == key.Year)
                Holds(c.Officers == now, $"{key} is led by {c.Officers}, and {now} are in office");
        }
    }

    private void Check(string type, object? read, Officers? before, ClusterState.Formed cluster)
    {
        if (read is ClusterEvent.HandedOver over)
        {
            Holds(before is null || over.Officers.Year == before.Year + 1, $"{over.Officers.Year} follows {before?.Year}");
            Holds(over.School == over.Officers.Head || over.School == before?.Head, $"'{over.School}' handed over and is neither the old nor the new head");
        }

        if (cluster.InOffice is not { } now)
        {
            Holds(before is null, $"'{type}' leaves {cluster.Code} without officers");
            return;
        }

        Holds(cluster.Members.Contains(now.Head), $"the head '{now.Head}' is no member");
        Holds(!now.Deputies.Contains(now.Head) && now.Deputies.Distinct().Count() == now.Deputies.Count, $"a school holds two offices: {now}");
        Holds(now.Acting == (cluster.Vacancy is not null) || cluster.Vacancy?.Year > now.Year, $"{now.Head} acts {now.Acting}, and the vacancy is {cluster.Vacancy}");
        Holds(before == now || read is ClusterEvent.HandedOver or ClusterEvent.OfficersAppointed or ClusterEvent.OfficersOverridden, $"'{type}' changed who is in office");
    }
}
