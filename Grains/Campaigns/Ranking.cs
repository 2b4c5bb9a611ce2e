using ClusterActors.Academy;
using ClusterActors.Scoring;

namespace ClusterActors.Campaigns;

/// <summary>From verified scores to the ranking: full precision throughout, rounded once at the end.</summary>
public static class Ranking
{
    /// <summary>Best first; equal totals share a rank (1, 2, 2, 4) and stand in the order of their codes. Input order does not matter.</summary>
    public static EquatableList<RankingRow> Of(ScoreRules rules, IEnumerable<(string School, IReadOnlyList<Score> Verified)> sheets)
    {
        var rows = (rules.Tree is { } tree ? Rows(rules, tree, sheets) : sheets.Select(s => Row(rules, s.School, s.Verified))).ToList();
        return rows
            .Select(row => row with { Rank = 1 + rows.Count(other => other.Total > row.Total) })
            .OrderBy(row => row.Rank)
            .ThenBy(row => row.School, StringComparer.Ordinal)
            .ToEquatableList();
    }

    /// <summary>The mean of the totals, rounded like them; null where nobody is ranked.</summary>
    public static decimal? Mean(ScoreRules rules, IReadOnlyList<RankingRow> ranking) => ranking.Count == 0 ? null : Round(rules, ranking.Average(r => r.Total));

    /// <summary>The points that a whole sheet of flat criteria gives, verified or not.</summary>
    public static decimal TotalOf(ScoreRules rules, IReadOnlyList<Score> scores) => Row(rules, "", scores).Total;

    private static IEnumerable<RankingRow> Rows(ScoreRules rules, ScoreTree tree, IEnumerable<(string School, IReadOnlyList<Score> Verified)> sheets) =>
        Scorecard.Of(rules, tree, [.. sheets]).Select(s => new RankingRow(0, s.School, s.Card.Total(rules), Scorecard.Shown(s.Card.Bonus), Scorecard.Shown(s.Card.Penalty)));

    private static RankingRow Row(ScoreRules rules, string school, IReadOnlyList<Score> verified)
    {
        decimal Sum(GroupKind kind) => rules.Groups.Where(g => g.Kind == kind).Sum(g => Math.Min(g.Cap, g.Criteria.Sum(c =>
            c.Weight * verified.Where(s => s.Criterion == c.Code).Sum(s => s.Points))));

        var bonus = Math.Min(rules.BonusCap.Value, Sum(GroupKind.Bonus));
        var penalty = Sum(GroupKind.Penalty);
        return new(0, school, Round(rules, Sum(GroupKind.Base) + bonus - penalty), bonus, penalty);
    }

    private static decimal Round(ScoreRules rules, decimal total) => decimal.Round(total, rules.Decimals.Value, rules.Rounding.Value switch
    {
        Rounding.HalfToEven => MidpointRounding.ToEven,
        Rounding.Down => MidpointRounding.ToZero,
        _ => MidpointRounding.AwayFromZero,
    });
}
