using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant15Totals() : Invariant(15, "a total is the sum of its criteria, rounded once")
{
    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            if (happened is not { Event: CampaignEvent.RankingFixed fixedOnce, After: CampaignState.Opened c })
                continue;
            foreach (var row in fixedOnce.Ranking)
            {
                var expected = Oracle.Total(c.Regulation.Scores, c.SheetOf(row.School)!.Verified);
                Holds(row.Total == expected, $"'{row.School}' has {row.Total} points and should have {expected}");
            }
        }
    }
}
