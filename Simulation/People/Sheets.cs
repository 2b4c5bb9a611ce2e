using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Scoring;
using ClusterActors.Simulation.Invariants;

namespace ClusterActors.Simulation.People;

/// <summary>Score sheets as honest schools and inspectors fill them in, as finely as the regulation takes them.</summary>
internal sealed class Sheets(ScoreRules rules, Chance chance)
{
    private readonly decimal finest = (decimal)Math.Pow(10, -rules.Decimals.Value);

    private readonly Dictionary<string, ScoreNode> leaves =
        (rules.Tree is { } tree ? Below(tree.Root) : []).ToDictionary(leaf => leaf.Code, StringComparer.Ordinal);

    public EquatableList<Score> Filled() => rules.Tree is { } tree
        ? Below(tree.Root).Select(Entered).ToEquatableList()
        : rules.Groups.SelectMany(g => g.Criteria).Select(c => new Score(c.Code, Points(c.Maximum))).ToEquatableList();

    /// <summary>With what the national standard gives.</summary>
    public EquatableList<Score> Filled(CampaignState.Opened c, string school)
    {
        var given = StandardOracle.Given(c, school);
        return Filled().Select(score => score.Criterion == given?.Criterion ? score with { Points = given.Value.Points } : score).ToEquatableList();
    }

    public EquatableList<Finding> Verified(InspectionState.Assigned i) => Verified(i.SelfScores)
        .Select(f => (i.Given ?? []).FirstOrDefault(given => given.Criterion == f.Criterion) is { } given ? f with { Points = given.Points, Reason = "Theo kết quả thẩm định" } : f)
        .ToEquatableList();

    private EquatableList<Finding> Verified(EquatableList<Score> self) => self
        .Select(s => chance.OneIn(4) && s.Points - Step(s) >= Least(s) ? new Finding(s.Criterion, s.Points - Step(s), "Thiếu minh chứng", s.Entry) : new Finding(s.Criterion, s.Points, Entry: s.Entry))
        .ToEquatableList();

    private Score Entered(ScoreNode leaf) => leaf.Rule switch
    {
        NodeRule.Assessed => new(leaf.Code, Points(leaf.Maximum)),
        NodeRule.Qualitative qualitative => new(leaf.Code, chance.Between(1, qualitative.Levels.Count)),
        NodeRule.PassShare passed => new(leaf.Code, chance.Between(0, passed.Of)),
        NodeRule.Quantitative { Target: null } measured => Measured(leaf.Code, measured.Formula),
        NodeRule.PerCount => new(leaf.Code, chance.Below(12), new(EstimatedMonths: [12], Evidence: ["Sổ theo dõi"])),
        _ => new(leaf.Code, chance.Below(9)),
    };

    private Score Measured(string leaf, QuantityFormula formula) => chance.Below(4) switch
    {
        0 => new(leaf, 0, new(Assigned: false)),
        1 => new(leaf, chance.Below(40)),
        _ => new(leaf, chance.Below(40), formula == QuantityFormula.ShareOfBest ? null : new(Target: chance.Between(1, 30))),
    };

    private decimal Points(decimal maximum) => chance.Below((int)(maximum / finest) + 1) * finest;

    private decimal Step(Score score) => leaves.TryGetValue(score.Criterion, out var leaf) && leaf.Rule is not NodeRule.Assessed ? 1 : finest;

    private decimal Least(Score score) => leaves.TryGetValue(score.Criterion, out var leaf) && leaf.Rule is NodeRule.Qualitative ? 1 : 0;

    private static IEnumerable<ScoreNode> Below(ScoreNode node) => node.Rule is NodeRule.Branch branch ? branch.Children.SelectMany(Below) : [node];
}
