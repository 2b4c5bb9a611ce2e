using ClusterActors.Campaigns;
using ClusterActors.Clusters;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant11OneHead() : Invariant(11, "a cluster has one head in office or a vacancy, and authority changes at one event")
{
    public override void Committed(World world, Commit commit)
    {
        foreach (var (e, read, before, after) in commit.Events)
        {
            if (after is ClusterState.Formed cluster)
                Check(read, (ClusterState)before, cluster);
            if (read is CampaignEvent.Opened opened)
                Holds(world.Ledger.State<ClusterState.Formed>(new ClusterKey(opened.Cluster))?.InOffice == opened.Officers,
                    $"the year {opened.Regulation.Year} was opened under {opened.Officers}, who are not in office");
            if (read is CampaignEvent.HandoverNoted noted)
                Holds(world.Ledger.State<ClusterState.Formed>(new ClusterKey(((CampaignState.Opened)after).Key.Cluster))?.InOffice?.Head == noted.Head,
                    $"'{noted.Head}' took over and is not in office");
        }
    }

    private void Check(object? read, ClusterState previous, ClusterState.Formed cluster)
    {
        var broken = ClusterInvariants.Broken(previous, read as ClusterEvent, cluster);
        Holds(broken is null, broken?.Detail ?? "");
        var before = (previous as ClusterState.Formed)?.InOffice;
        if (read is ClusterEvent.HandedOver over)
        {
            Holds(before is null || over.Officers.Year == before.Year + 1, $"{over.Officers.Year} follows {before?.Year}");
            Holds(over.School == over.Officers.Head || over.School == before?.Head, $"'{over.School}' handed over and is neither the old nor the new head");
        }
    }
}
