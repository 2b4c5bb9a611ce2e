using ClusterActors.Campaigns;

namespace ClusterActors.Scoring;

/// <summary>What the cluster's best has reached in a measured leaf, which others are measured by.</summary>
/// <param name="Excess">The greatest excess over a target, as a share of it; 0 where nobody exceeds.</param>
/// <param name="Result">The best result: of those without a target or, where there are no targets, of all.</param>
internal sealed record Best(Exact Excess, Exact Result);

/// <summary>The best of each measured leaf, over the sheets of one layer.</summary>
internal sealed class Peers
{
    private static readonly Best Nobody = new(Exact.Zero, Exact.Zero);

    private readonly Dictionary<string, Best> best = new(StringComparer.Ordinal);

    public Peers(ScoreTree tree, IReadOnlyCollection<IReadOnlyList<Score>> sheets)
    {
        foreach (var leaf in tree.Leaves())
        {
            if (leaf.Rule is NodeRule.Quantitative measured)
                best[leaf.Code] = Of(measured, sheets.SelectMany(s => s.Where(score => score.Criterion == leaf.Code)));
        }
    }

    public Best this[string leaf] => best.GetValueOrDefault(leaf, Nobody);

    private static Best Of(NodeRule.Quantitative measured, IEnumerable<Score> scores) => scores.Where(LeafFormula.IsAssigned).Aggregate(Nobody, (best, score) =>
        measured.Formula != QuantityFormula.ShareOfBest && LeafFormula.TargetOf(measured, score) is { } target
            ? best with { Excess = Exact.Greatest(best.Excess, LeafFormula.Excess(score.Points, target)) }
            : best with { Result = Exact.Greatest(best.Result, score.Points) });
}
