using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Scoring;

/// <summary>What a school's sheet comes to under a regulation with a tree: base points, bonus up to its cap, less penalty.</summary>
internal sealed record Scorecard(NodeScore Root, Exact Bonus, Exact Penalty)
{
    // Enough for whoever checks a number by hand; nothing is computed from what is shown.
    private const int ShownDecimals = 6;

    /// <summary>All sheets of one layer, since the best of the cluster may count for the others. The order of schools does not matter.</summary>
    public static IReadOnlyList<(string School, Scorecard Card)> Of(ScoreRules rules, ScoreTree tree, IReadOnlyCollection<(string School, IReadOnlyList<Score> Scores)> sheets)
    {
        var peers = new Peers(tree, [.. sheets.Select(s => s.Scores)]);
        return [.. sheets.Select(s =>
        {
            var root = Evaluation.Of(tree, s.Scores, peers);
            return (s.School, new Scorecard(root, Exact.Least(rules.BonusCap.Value, root.Bonus), root.Penalty));
        })];
    }

    public Exact Net => Root.Base + Bonus - Penalty;

    /// <summary>The one rounding.</summary>
    public decimal Total(ScoreRules rules) => Net.Rounded(rules.Decimals.Value, rules.Rounding.Value);

    /// <summary>A number on the way to a total, to six decimals.</summary>
    public static decimal Shown(Exact number) => number.Rounded(ShownDecimals, Rounding.HalfAwayFromZero);
}
