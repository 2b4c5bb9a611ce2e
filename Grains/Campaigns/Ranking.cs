using ClusterActors.Academy;
using ClusterActors.Scoring;

namespace ClusterActors.Campaigns;

/// <summary>From verified scores to the ranking: full precision throughout, rounded once at the end.</summary>
public static class Ranking
{
    /// <summary>Best first; equal totals share a rank (1, 2, 2, 4) and stand in the order of their codes. Input order does not matter.</summary>
    public static EquatableList<RankingRow> Of(ScoreRules rules, IEnumerable<(string School, IReadOnlyList<Score> Verified)> sheets)
    {
        var rows = (rules.Tree is { } tree ? Rows(rules, tree, sheets) : sheets.Select(s => Row(rules, s.School, FlatScorecard.Of(rules, s.Verified)))).ToList();
        return rows
            .Select(row => row with { Rank = 1 + rows.Count(other => other.Total > row.Total) })
            .OrderBy(row => row.Rank)
            .ThenBy(row => row.School, StringComparer.Ordinal)
            .ToEquatableList();
    }

    private static IEnumerable<RankingRow> Rows(ScoreRules rules, ScoreTree tree, IEnumerable<(string School, IReadOnlyList<Score> Verified)> sheets) =>
        Scorecard.Of(rules, tree, [.. sheets]).Select(s => new RankingRow(0, s.School, s.Card.Total(rules), Scorecard.Shown(s.Card.Bonus), Scorecard.Shown(s.Card.Penalty)));

    private static RankingRow Row(ScoreRules rules, string school, FlatScorecard card) => new(0, school, card.Total(rules), card.Bonus, card.Penalty);
}
