using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant10PhasesGoForward() : Invariant(10, "phases never go back")
{
    public override void Committed(World world, Commit commit)
    {
        foreach (var (e, _, before, after) in commit.Events)
        {
            if (before is CampaignState.Opened was && after is CampaignState.Opened now)
                Holds(now.Phase >= was.Phase, $"'{e.Type}' takes {e.Stream} from {was.Phase} back to {now.Phase}");
        }
    }
}
