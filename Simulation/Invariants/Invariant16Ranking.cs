using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant16Ranking() : Invariant(16, "the ranking follows from the totals alone")
{
    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            if (happened is not { Event: CampaignEvent.RankingFixed fixedOnce, After: CampaignState.Opened c })
                continue;
            var totals = c.Roll.Select(school => (School: school, Total: Oracle.Total(c.Regulation.Scores, c.SheetOf(school)!.Verified))).ToList();
            var expected = totals
                .Select(mine => (Rank: 1 + totals.Count(other => other.Total > mine.Total), mine.School))
                .Order();
            Holds(expected.SequenceEqual(fixedOnce.Ranking.Select(row => (row.Rank, row.School))), $"the ranking is {string.Join(", ", fixedOnce.Ranking)}");
        }
    }
}
