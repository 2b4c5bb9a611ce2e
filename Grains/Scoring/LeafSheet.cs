using ClusterActors.Campaigns;

namespace ClusterActors.Scoring;

/// <summary>Whether a sheet of entries is whole and within the tree: every leaf once, with a number and what else its rule asks for.</summary>
internal static class LeafSheet
{
    /// <summary>Above anything that a school counts, and below where products would leave the range of decimal.</summary>
    public const decimal MostEntered = 1_000_000_000_000;

    private const int MostEvidence = 20;

    /// <param name="decimals">Decimals of points and of measured numbers; what is counted is whole.</param>
    public static Refusal? Problem(ScoreTree tree, int decimals, IReadOnlyList<Score> sheet)
    {
        var leaves = tree.Leaves().ToDictionary(n => n.Code, StringComparer.Ordinal);
        foreach (var score in sheet)
        {
            if (!leaves.TryGetValue(score.Criterion, out var leaf))
                return new(RefusalCode.CriterionUnknown, $"The regulation's tree has no leaf '{score.Criterion}'.");
            if ((Number(leaf, score, decimals) ?? Entry(tree, leaf, score, decimals)) is { } wrong)
                return wrong;
        }

        if (sheet.GroupBy(s => s.Criterion).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            return new(RefusalCode.CriterionTwice, $"Leaf '{twice}' is entered twice.");
        return leaves.Keys.Except(sheet.Select(s => s.Criterion)).FirstOrDefault() is { } missing
            ? new(RefusalCode.CriterionMissing, $"Leaf '{missing}' is not entered; 0 is a number, nothing is not.")
            : null;
    }

    private static Refusal? Number(ScoreNode leaf, Score score, int decimals)
    {
        var (most, finest) = leaf.Rule switch
        {
            NodeRule.Assessed => (leaf.Maximum, decimals),
            NodeRule.Qualitative qualitative => (qualitative.Levels.Count, 0),
            NodeRule.PassShare passed => (passed.Of, 0),
            NodeRule.PerCount => (MostEntered, 0),
            _ => (MostEntered, decimals),
        };
        return Check.When(score.Points < 0, RefusalCode.ScoreNegative, $"Leaf '{leaf.Code}': {score.Points} is negative.")
            ?? Check.When(score.Points > most, RefusalCode.ScoreAboveMaximum, $"Leaf '{leaf.Code}': {score.Points} is above {most}.")
            ?? Check.When(decimal.Round(score.Points, finest) != score.Points, RefusalCode.ScoreTooManyDecimals, $"Leaf '{leaf.Code}': {score.Points} has more than {finest} decimals.")
            ?? Check.When(leaf.Rule is NodeRule.Qualitative && score.Points < 1, RefusalCode.EntryInvalid, $"Leaf '{leaf.Code}': the lowest level is 1.");
    }

    private static Refusal? Entry(ScoreTree tree, ScoreNode leaf, Score score, int decimals)
    {
        var entry = score.Entry ?? new();
        return Assignment(leaf, score, entry)
            ?? Target(leaf, entry, decimals)
            ?? Estimates(tree, leaf, entry)
            ?? Check.When(entry.Evidence is { Count: > MostEvidence }, RefusalCode.EntryInvalid, $"Leaf '{leaf.Code}': at most {MostEvidence} pieces of evidence are referred to.")
            ?? (entry.Evidence ?? []).Select(e => Check.Text(e, $"evidence for '{leaf.Code}'", 300)).FirstOrDefault(r => r is not null);
    }

    private static Refusal? Assignment(ScoreNode leaf, Score score, LeafEntry entry) => Check.When(
        !entry.Assigned && (leaf.Rule is not NodeRule.Quantitative { Target: null } || score.Points != 0 || entry.Target is not null),
        RefusalCode.EntryInvalid,
        $"Leaf '{leaf.Code}': only what is measured without a target of the regulation can be unassigned, and is then 0 and without a target.");

    private static Refusal? Target(ScoreNode leaf, LeafEntry entry, int decimals) => (leaf.Rule, entry.Target) switch
    {
        (NodeRule.Quantitative { Target: null, Formula: not QuantityFormula.ShareOfBest }, { } target) => Check.When(
            target is <= 0 or > MostEntered || decimal.Round(target, decimals) != target,
            RefusalCode.EntryInvalid,
            $"Leaf '{leaf.Code}': a target of {target} is not above 0, too great or too fine."),
        (_, { }) => new(RefusalCode.EntryInvalid, $"Leaf '{leaf.Code}' takes no target of the school's own."),
        (NodeRule.Quantitative { Target: null, Formula: QuantityFormula.ShareOfTarget }, null) when entry.Assigned =>
            new(RefusalCode.EntryInvalid, $"Leaf '{leaf.Code}' is a share of a target, and no target is entered."),
        _ => null,
    };

    private static Refusal? Estimates(ScoreTree tree, ScoreNode leaf, LeafEntry entry) => Check.When(
        entry.EstimatedMonths is { } months && (months.Distinct().Count() != months.Count || months.Except(tree.EstimatedMonths.Value).Any()),
        RefusalCode.EstimateNotAllowed,
        $"Leaf '{leaf.Code}': only months {string.Join(", ", tree.EstimatedMonths.Value)} may be estimated, each named once.");
}
