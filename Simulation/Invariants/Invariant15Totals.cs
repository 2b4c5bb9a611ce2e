using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant15Totals() : Invariant(15, "a total is the sum of its criteria, rounded once")
{
    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            var ranking = happened.Event switch { CampaignEvent.RankingFixed r => r.Ranking, CampaignEvent.ScoresCorrected r => r.Ranking, _ => [] };
            foreach (var row in ranking)
            {
                var expected = ScoreOracle.Totals((CampaignState.Opened)happened.After)[row.School];
                Holds((row.Total, row.Bonus, row.Penalty) == expected, $"'{row.School}' has {row} and should have {expected}");
            }
        }
    }
}
