using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Scoring;
using static ClusterActors.Tests.Scoring.SampleTree;

namespace ClusterActors.Tests.Scoring;

/// <summary>Sheets reckoned by hand; the same numbers stand in docs/domain.md.</summary>
public sealed class EvaluationTests
{
    private static readonly (string, IReadOnlyList<Score>)[] Cluster = [("first", First), ("second", Second), ("third", Third)];

    private static Scorecard CardOf(string school, ScoreTree? tree = null) =>
        Scorecard.Of(Rules, tree ?? Tree, Cluster).Single(c => c.School == school).Card;

    private static decimal? PointsOf(string school, string node, ScoreTree? tree = null) =>
        CardOf(school, tree).Root.All().Single(n => n.Node.Code == node).Points is { } points ? Scorecard.Shown(points) : null;

    // One leaf under a root of the same maximum, and the sheets of a cluster.
    private static decimal?[] Points(NodeRule rule, decimal maximum, params Score[] scores)
    {
        var tree = SampleTree.Of(Branch("year", maximum, Adding.Sum, Leaf("leaf", maximum, rule)));
        var cards = Scorecard.Of(RulesOf(tree), tree, [.. scores.Select((s, i) => ($"s{i}", (IReadOnlyList<Score>)[s]))]);
        return [.. cards.Select(c => c.Card.Root.Points is { } points ? (decimal?)Scorecard.Shown(points) : null)];
    }

    private static Score Leaf0(decimal number, decimal? target = null) => new("leaf", number, new(Target: target));

    [Theory]
    [InlineData("plan", "9.25", "8", "10")]
    [InlineData("classes", "8.4", "12", null)] // 6 + 6 × 0.2/0.5; the leader; not assigned
    [InlineData("quality", "8", "5", "0")]
    [InlineData("training", "25.65", "25", "10")]
    [InlineData("topics", "20", "30", "0")] // 7 × 5 cut to 30
    [InlineData("papers", "20", "15", "20")] // 20 × 5/4 cut to 20
    [InlineData("research", "40", "40", "20")] // 45 cut to 40
    [InlineData("standard", "13.636364", "15", "3")] // 15 × 50/55
    [InlineData("initiatives", "2.5", "10", "5")] // by the best, 40
    [InlineData("culture", "23.236364", "30", "10.5")] // 30 × (0.5 × 50/55 + 0.3 × 18/20 + 0.2 × 1/4)
    [InlineData("extra", "8", "6", "0")] // 4 × 2 cut to 6 for the second
    [InlineData("late-reports", "1.5", "0", "5")] // 20 × 0.5 cut to 5
    [InlineData("year", "88.886364", "95", "40.5")]
    public void every_node_comes_to_what_is_reckoned_by_hand(string node, string first, string second, string? third) =>
        Assert.Equal([Number(first), Number(second), Number(third)], new[] { "first", "second", "third" }.Select(school => PointsOf(school, node)));

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void a_total_is_base_and_bonus_less_penalty_rounded_once()
    {
        EquatableList<RankingRow> expected = [new(1, "second", 101, 6, 0), new(2, "first", 95.39m, 8, 1.5m), new(3, "third", 35.5m, 0, 5)];
        Assert.Equal(expected, Ranking.Of(Rules, Cluster));
    }

    [Fact]
    public void the_bonus_cap_of_the_regulation_cuts_all_bonus_together()
    {
        var capped = Rules with { BonusCap = new(7, "sample regulation") };
        Assert.Equal(94.39m, Ranking.Of(capped, Cluster).Single(r => r.School == "first").Total);
    }

    [Fact]
    public void what_was_not_assigned_is_left_out_or_stood_for_by_the_others_of_its_branch_as_the_regulation_says()
    {
        Assert.Null(PointsOf("third", "classes"));
        Assert.Equal(10, PointsOf("third", "training"));
        var rescaled = SampleTree.Of(Root, UnassignedRule.Rescaled);
        Assert.Null(PointsOf("third", "classes", rescaled));
        Assert.Equal(16.666667m, PointsOf("third", "training", rescaled)); // (10 + 0) × 30/18
        Assert.Equal(42.17m, CardOf("third", rescaled).Total(Rules));
        Assert.Equal(CardOf("first").Total(Rules), CardOf("first", rescaled).Total(Rules));
    }

    [Fact]
    public void what_is_left_out_adds_as_little_to_a_total_as_zero_does_and_only_where_it_is_rescaled_does_it_cost_nothing()
    {
        (string, IReadOnlyList<Score>)[] sheets = [("unassigned", Third), ("zero", Third.With("classes", 0)), ("first", First), ("second", Second)];
        var leftOut = Scorecard.Of(Rules, Tree, sheets).Take(2).ToList();
        Assert.Equal([35.5m, 35.5m], leftOut.Select(s => s.Card.Total(Rules)));
        Assert.Equal([null, Exact.Zero], leftOut.Select(s => s.Card.Root.All().Single(n => n.Node.Code == "classes").Points));
        var rescaled = Scorecard.Of(Rules, SampleTree.Of(Root, UnassignedRule.Rescaled), sheets).Take(2);
        Assert.Equal([42.17m, 35.5m], rescaled.Select(s => s.Card.Total(Rules)));
    }

    [Fact]
    public void a_branch_of_which_nothing_was_assigned_has_no_points_rather_than_none()
    {
        var tree = SampleTree.Of(Branch("year", 20, Adding.Sum,
            Branch("measured", 12, Adding.Sum, Leaf("classes", 12, new NodeRule.Quantitative(QuantityFormula.TargetThenLeader))),
            Leaf("plan", 8, new NodeRule.Assessed())), UnassignedRule.Rescaled);
        EquatableList<Score> unassigned = [new("classes", 0, new(Assigned: false)), new("plan", 6)];
        EquatableList<Score> zero = [new("classes", 0), new("plan", 6)];
        var cards = Scorecard.Of(RulesOf(tree), tree, [("unassigned", unassigned), ("zero", zero)]);
        Assert.Null(cards[0].Card.Root.Children[0].Points);
        Assert.Equal(Exact.Zero, cards[1].Card.Root.Children[0].Points);
        Assert.Equal([15m, 6m], cards.Select(c => c.Card.Total(Rules)));
    }

    [Fact]
    public void up_to_the_target_half_can_be_had_and_the_leader_has_all() => Assert.Equal(
        [0, 4.8m, 6, 8, 12, 12],
        Points(new NodeRule.Quantitative(QuantityFormula.TargetThenLeader), 12, Leaf0(0, 100), Leaf0(80, 100), Leaf0(100, 100), Leaf0(120, 100), Leaf0(160, 100), Leaf0(16, 10)));

    [Fact]
    public void without_a_target_the_best_of_those_without_one_is_the_measure() => Assert.Equal(
        [6, 12, 0, 12],
        Points(new NodeRule.Quantitative(QuantityFormula.TargetThenLeader), 12, Leaf0(20), Leaf0(40), Leaf0(0), Leaf0(1000, 10)));

    [Fact]
    public void where_nobody_has_a_result_nobody_has_points() => Assert.Equal(
        [0, 0], Points(new NodeRule.Quantitative(QuantityFormula.ShareOfBest), 12, Leaf0(0), Leaf0(0)));

    [Fact]
    public void the_regulations_target_is_everybodys() => Assert.Equal(
        [3, 12], Points(new NodeRule.Quantitative(QuantityFormula.ShareOfTarget, 40), 12, new Score("leaf", 10), new Score("leaf", 50)));

    [Fact]
    public void the_one_rounding_is_of_the_exact_sum()
    {
        var thirds = new NodeRule.Quantitative(QuantityFormula.ShareOfTarget, 3);
        var tree = SampleTree.Of(Branch("year", 3, Adding.Sum, Leaf("a", 1, thirds), Leaf("b", 1, thirds), Leaf("c", 1, thirds)));
        var rules = RulesOf(tree) with { Rounding = new(Rounding.Down, "sample regulation") };
        Assert.Equal(1.00m, Assert.Single(Ranking.Of(rules, [("first", [new("a", 1), new("b", 1), new("c", 1)])])).Total);
    }

    [Fact]
    public void an_estimate_shows_in_every_node_above_it()
    {
        var sheet = First.With("topics", 4, new(EstimatedMonths: [12]));
        var estimated = Scorecard.Of(Rules, Tree, [("first", sheet)])[0].Card.Root.All().Where(n => n.Estimated).Select(n => n.Node.Code);
        Assert.Equal(["year", "research", "topics"], estimated);
    }
}
