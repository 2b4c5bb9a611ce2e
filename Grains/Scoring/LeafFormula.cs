using ClusterActors.Campaigns;

namespace ClusterActors.Scoring;

/// <summary>From what was entered for a leaf to its points, before its cap. The formulas are told with <see cref="NodeRule"/>.</summary>
internal static class LeafFormula
{
    private const decimal Half = 0.5m;

    public static bool IsAssigned(Score score) => score.Entry is null or { Assigned: true };

    /// <summary>The regulation's target, or else the school's own; null where it has none.</summary>
    public static decimal? TargetOf(NodeRule.Quantitative measured, Score score) => measured.Target ?? score.Entry?.Target;

    /// <summary>Negative below the target.</summary>
    public static Exact Excess(Exact result, Exact target) => (result - target) / target;

    public static Exact Points(ScoreNode leaf, Score score, Best best)
    {
        Exact entered = score.Points;
        return leaf.Rule switch
        {
            NodeRule.Assessed => entered,
            NodeRule.Quantitative measured => Measured(measured, leaf.Maximum, score, best),
            NodeRule.Qualitative qualitative => qualitative.Levels[(int)score.Points - 1].Points,
            NodeRule.PerCount counted => entered * counted.Each,
            NodeRule.PassShare passed => entered * leaf.Maximum / (decimal)passed.Of,
            NodeRule.Bonus bonus => entered * bonus.Each,
            NodeRule.Penalty penalty => entered * penalty.Each,
            _ => throw new ArgumentException($"'{leaf.Code}' is no leaf.", nameof(leaf)),
        };
    }

    /// <summary>Null where others do not matter.</summary>
    public static Exact? MeasuredBy(ScoreNode leaf, Score score, Best best) => leaf.Rule switch
    {
        NodeRule.Quantitative { Formula: QuantityFormula.ShareOfTarget } => null,
        NodeRule.Quantitative { Formula: QuantityFormula.TargetThenLeader } measured when TargetOf(measured, score) is not null => best.Excess,
        NodeRule.Quantitative => best.Result,
        _ => null,
    };

    private static Exact Measured(NodeRule.Quantitative measured, Exact maximum, Score score, Best best)
    {
        Exact result = score.Points;
        return (measured.Formula, TargetOf(measured, score)) switch
        {
            (QuantityFormula.ShareOfTarget, { } target) => maximum * result / target,
            (QuantityFormula.TargetThenLeader, { } target) when score.Points <= target => maximum * Half * result / target,
            (QuantityFormula.TargetThenLeader, { } target) => (maximum * Half) + (maximum * Half * Excess(result, target) / best.Excess),
            _ => best.Result == Exact.Zero ? Exact.Zero : maximum * result / best.Result,
        };
    }
}
