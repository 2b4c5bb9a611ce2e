using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Scoring;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Academy.SampleRegulation;

namespace ClusterActors.Tests.Scoring;

/// <summary>A tree with every kind of node, and three schools' sheets that are reckoned by hand in <see cref="EvaluationTests"/>.</summary>
internal static class SampleTree
{
    private const string Source = "sample regulation";

    public static ScoreNode Root { get; } = Branch("year", 100, Adding.Sum,
        Branch("training", 30, Adding.Sum,
            Leaf("plan", 10, new NodeRule.Assessed()),
            Leaf("classes", 12, new NodeRule.Quantitative(QuantityFormula.TargetThenLeader)),
            Leaf("quality", 8, new NodeRule.Qualitative([new("Chưa đạt", 0), new("Khá", 5), new("Tốt", 8)]))),
        Branch("research", 40, Adding.CappedSum,
            Leaf("topics", 30, new NodeRule.PerCount(5)),
            Leaf("papers", 20, new NodeRule.Quantitative(QuantityFormula.ShareOfTarget, 4))),
        Branch("culture", 30, Adding.WeightedMean,
            Leaf("standard", 15, new NodeRule.PassShare(55)) with { Weight = 0.5m },
            Leaf("discipline", 20, new NodeRule.Assessed()) with { Weight = 0.3m },
            Leaf("initiatives", 10, new NodeRule.Quantitative(QuantityFormula.ShareOfBest)) with { Weight = 0.2m }),
        Branch("extra", 8, Adding.CappedSum,
            Leaf("prizes", 6, new NodeRule.Bonus(2)),
            Leaf("recognised", 4, new NodeRule.Bonus(4))),
        Leaf("late-reports", 5, new NodeRule.Penalty(0.5m)));

    public static ScoreTree Tree { get; } = Of(Root);

    /// <summary>Two decimals, half away from zero, a bonus cap of 10, a reason beyond a tenth.</summary>
    public static ScoreRules Rules { get; } = RulesOf(Tree);

    public static Regulation Regulation { get; } = SampleRegulation.Of(2020) with { Scores = Rules };

    public static EquatableList<Score> First { get; } = Sheet(9.25m, new(120, 100), 3, 4, 5, 50, 18, 10, 2, 1, 3);

    public static EquatableList<Score> Second { get; } = Sheet(8, new(150, 100), 2, 7, 3, 55, 20, 40, 4, 0, 0);

    /// <summary>Was not assigned "classes".</summary>
    public static EquatableList<Score> Third { get; } = Sheet(10, null, 1, 0, 4, 11, 10, 20, 0, 0, 20);

    public static ScoreTree Of(ScoreNode root, UnassignedRule unassigned = UnassignedRule.LeftOut) => new(root, Sourced(unassigned), Sourced<EquatableList<int>>([11, 12]));

    public static ScoreRules RulesOf(ScoreTree tree) => SampleRegulation.Scores with { Groups = [], Tree = tree };

    public static ScoreNode Branch(string code, decimal maximum, Adding adds, params EquatableList<ScoreNode> children) =>
        new(code, code, maximum, new NodeRule.Branch(adds, children), Source);

    public static ScoreNode Leaf(string code, decimal maximum, NodeRule rule) => new(code, code, maximum, rule, Source);

    /// <summary>The sheet with one leaf's number and entry changed.</summary>
    public static EquatableList<Score> With(this EquatableList<Score> sheet, string leaf, decimal number, LeafEntry? entry = null) =>
        sheet.Select(s => s.Criterion == leaf ? new Score(leaf, number, entry) : s).ToEquatableList();

    private static EquatableList<Score> Sheet(
        decimal plan, Measured? classes, int quality, int topics, int papers, int standard, decimal discipline, int initiatives, int prizes, int recognised, int late) =>
    [
        new("plan", plan),
        classes is null ? new("classes", 0, new(Assigned: false)) : new("classes", classes.Result, new(Target: classes.Target)),
        new("quality", quality), new("topics", topics), new("papers", papers), new("standard", standard), new("discipline", discipline),
        new("initiatives", initiatives), new("prizes", prizes), new("recognised", recognised), new("late-reports", late),
    ];

    private sealed record Measured(decimal Result, decimal Target);
}
