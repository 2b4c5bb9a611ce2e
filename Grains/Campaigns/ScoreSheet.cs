using ClusterActors.Academy;
using ClusterActors.Scoring;

namespace ClusterActors.Campaigns;

/// <summary>Whether a sheet of scores is whole and within the regulation: every criterion once, 0 to its maximum, not too fine.</summary>
internal static class ScoreSheet
{
    public static Refusal? Check(ScoreRules rules, IReadOnlyList<Score> sheet)
    {
        if (rules.Tree is { } tree)
            return LeafSheet.Problem(tree, rules.Decimals.Value, sheet);
        var criteria = rules.Groups.SelectMany(g => g.Criteria).ToList();
        foreach (var score in sheet)
        {
            if (criteria.FirstOrDefault(c => c.Code == score.Criterion) is not { } criterion)
                return new(RefusalCode.CriterionUnknown, $"The regulation has no criterion '{score.Criterion}'.");
            if (Wrong(score, criterion, rules.Decimals.Value) is { } wrong)
                return wrong;
        }

        if (sheet.GroupBy(s => s.Criterion).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            return new(RefusalCode.CriterionTwice, $"Criterion '{twice}' is scored twice.");
        return criteria.FirstOrDefault(c => sheet.All(s => s.Criterion != c.Code)) is { } missing
            ? new(RefusalCode.CriterionMissing, $"Criterion '{missing.Code}' is not scored; 0 is a score, nothing is not.")
            : null;
    }

    private static Refusal? Wrong(Score score, Criterion criterion, int decimals) => score.Points switch
    {
        < 0 => new(RefusalCode.ScoreNegative, $"Criterion '{criterion.Code}': {score.Points} is negative."),
        var points when points > criterion.Maximum =>
            new(RefusalCode.ScoreAboveMaximum, $"Criterion '{criterion.Code}': {points} is above the maximum of {criterion.Maximum}."),
        var points when decimal.Round(points, decimals) != points =>
            new(RefusalCode.ScoreTooManyDecimals, $"Criterion '{criterion.Code}': {points} has more than {decimals} decimals."),
        _ when score.Entry is not null => new(RefusalCode.EntryInvalid, $"Criterion '{criterion.Code}' takes points alone; it is no leaf of a tree."),
        _ => null,
    };
}
