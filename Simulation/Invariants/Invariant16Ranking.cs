using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant16Ranking() : Invariant(16, "the ranking follows from the totals alone")
{
    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            var ranking = happened.Event switch { CampaignEvent.RankingFixed r => r.Ranking, CampaignEvent.ScoresCorrected r => r.Ranking, _ => null };
            if (ranking is null || happened.After is not CampaignState.Opened c)
                continue;
            var totals = c.Sheets.Select(sheet => (sheet.School, ScoreOracle.Total(c.Regulation.Scores, sheet.Verified).Total)).ToList();
            var expected = totals
                .Select(mine => (Rank: 1 + totals.Count(other => other.Total > mine.Total), mine.School))
                .OrderBy(row => row.Rank)
                .ThenBy(row => row.School, StringComparer.Ordinal);
            Holds(expected.SequenceEqual(ranking.Select(row => (row.Rank, row.School))), $"the ranking is {string.Join(", ", ranking)}");
        }
    }
}
