using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

/// <summary>On the sheets as they are handed in, and among what is ranked, also where a sheet was a predecessor's.</summary>
internal sealed class Invariant15GivenScores() : Invariant(15, "what the national standard gives stands on the sheet and is ranked")
{
    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            if (happened is { Event: CampaignEvent.SelfScoresSubmitted sheet, Before: CampaignState.Opened open })
                Check(commit.Append.Stream, open, sheet.School, sheet.Scores);
            if (happened is { Event: CampaignEvent.RankingFixed, After: CampaignState.Opened ranked })
            {
                foreach (var inspected in ranked.Sheets)
                    Check(commit.Append.Stream, ranked, inspected.School, inspected.Verified);
            }
        }
    }

    private void Check(string stream, CampaignState.Opened c, string school, EquatableList<Score> scores)
    {
        if (StandardOracle.Given(c, school) is { } given)
            Holds(scores.Single(s => s.Criterion == given.Criterion).Points == given.Points, $"{stream} has other than {given} for {school}: {scores}");
    }
}
