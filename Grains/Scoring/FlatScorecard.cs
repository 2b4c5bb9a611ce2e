using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Scoring;

/// <summary>What a school's sheet comes to under flat criteria: weighted points, each group up to its cap, nothing rounded.</summary>
internal sealed record FlatScorecard(decimal Base, decimal Bonus, decimal Penalty)
{
    public static FlatScorecard Of(ScoreRules rules, IReadOnlyList<Score> sheet)
    {
        return new(Sum(GroupKind.Base), Math.Min(rules.BonusCap.Value, Sum(GroupKind.Bonus)), Sum(GroupKind.Penalty));

        decimal Sum(GroupKind kind) => rules.Groups.Where(g => g.Kind == kind).Sum(g => Math.Min(g.Cap, g.Criteria.Sum(c =>
            c.Weight * sheet.Where(s => s.Criterion == c.Code).Sum(s => s.Points))));
    }

    public decimal Net => Base + Bonus - Penalty;

    /// <summary>The one rounding.</summary>
    public decimal Total(ScoreRules rules) => ((Exact)Net).Rounded(rules.Decimals.Value, rules.Rounding.Value);
}
