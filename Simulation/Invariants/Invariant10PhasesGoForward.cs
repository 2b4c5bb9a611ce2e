using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant10PhasesGoForward() : Invariant(10, "phases never go back")
{
    public override void Committed(World world, Commit commit)
    {
        foreach (var (e, _, before, after) in commit.Events)
        {
            if (before is CampaignState was && after is CampaignState now && CampaignInvariants.Broken(was, now) is { } broken)
                Holds(false, $"'{e.Type}': {broken.Detail}");
        }
    }
}
