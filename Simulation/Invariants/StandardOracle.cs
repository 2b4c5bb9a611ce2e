using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Scoring;
using ClusterActors.Standards;

namespace ClusterActors.Simulation.Invariants;

/// <summary>What the progress towards the national standard gives for a sheet, reckoned apart from the domain.</summary>
internal static class StandardOracle
{
    /// <returns>The criterion and its number; null where nothing is given.</returns>
    public static (string Criterion, decimal Points)? Given(CampaignState.Opened c, string school)
    {
        if (c.Regulation.StandardSchool is not { } rules)
            return null;
        if (c.StandardProgress.Where(p => p.School == school).SelectMany(p => p.Levels).SingleOrDefault(count => count.Level == rules.Level.Value) is not { } met)
            return rules.Unreported.Value == UnreportedProgress.Zero ? (rules.Criterion.Value, 0) : null;
        return (rules.Criterion.Value, Points(c.Regulation.Scores, rules.Criterion.Value, met));
    }

    private static decimal Points(ScoreRules scores, string criterion, LevelCount count)
    {
        if (scores.Tree is { Root: var root } && Find(root, criterion) is { } leaf)
            return leaf.Rule is NodeRule.PassShare passed ? Math.Floor((decimal)passed.Of * count.Met / count.Total) : Rounded(scores, leaf.Maximum * count.Met / count.Total);
        return Rounded(scores, scores.Groups.SelectMany(g => g.Criteria).Single(c => c.Code == criterion).Maximum * count.Met / count.Total);
    }

    private static decimal Rounded(ScoreRules scores, decimal points) => decimal.Round(points, scores.Decimals.Value, scores.Rounding.Value switch
    {
        Rounding.Down => MidpointRounding.ToZero,
        Rounding.HalfToEven => MidpointRounding.ToEven,
        _ => MidpointRounding.AwayFromZero,
    });

    private static ScoreNode? Find(ScoreNode node, string code) => node.Code == code ? node
        : node.Rule is NodeRule.Branch branch ? branch.Children.Select(child => Find(child, code)).FirstOrDefault(found => found is not null) : null;
}
