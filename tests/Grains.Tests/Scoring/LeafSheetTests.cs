using System.Globalization;
using ClusterActors.Campaigns;
using ClusterActors.Scoring;
using static ClusterActors.Tests.Scoring.SampleTree;

namespace ClusterActors.Tests.Scoring;

public sealed class LeafSheetTests
{
    private static string? Problem(EquatableList<Score> sheet) => ScoreSheet.Check(Rules, sheet)?.Code;

    [Fact]
    public void whole_sheets_are_taken() => Assert.All(new[] { First, Second, Third }, sheet => Assert.Null(Problem(sheet)));

    [Fact]
    public void every_leaf_is_entered_once_and_no_branch()
    {
        Assert.Equal(RefusalCode.CriterionMissing, Problem([.. First.Skip(1)]));
        Assert.Equal(RefusalCode.CriterionTwice, Problem([.. First, First[0]]));
        Assert.Equal(RefusalCode.CriterionUnknown, Problem([.. First, new("charity", 1)]));
        Assert.Equal(RefusalCode.CriterionUnknown, Problem([.. First, new("training", 1)]));
    }

    [Theory]
    [InlineData("plan", "10.01", RefusalCode.ScoreAboveMaximum)]
    [InlineData("plan", "9.125", RefusalCode.ScoreTooManyDecimals)]
    [InlineData("plan", "-0.01", RefusalCode.ScoreNegative)]
    [InlineData("quality", "4", RefusalCode.ScoreAboveMaximum)]
    [InlineData("quality", "1.5", RefusalCode.ScoreTooManyDecimals)]
    [InlineData("quality", "0", RefusalCode.EntryInvalid)]
    [InlineData("topics", "0.5", RefusalCode.ScoreTooManyDecimals)]
    [InlineData("topics", "1000000000001", RefusalCode.ScoreAboveMaximum)]
    [InlineData("standard", "56", RefusalCode.ScoreAboveMaximum)]
    [InlineData("standard", "54.5", RefusalCode.ScoreTooManyDecimals)]
    [InlineData("papers", "0.001", RefusalCode.ScoreTooManyDecimals)]
    [InlineData("prizes", "79228162514264337593543950335", RefusalCode.ScoreAboveMaximum)]
    [InlineData("late-reports", "-1", RefusalCode.ScoreNegative)]
    public void a_number_is_one_that_its_rule_asks_for(string leaf, string number, string code) =>
        Assert.Equal(code, Problem(First.With(leaf, decimal.Parse(number, CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("plan", "10")]
    [InlineData("quality", "3")]
    [InlineData("topics", "1000000000000")]
    [InlineData("standard", "55")]
    [InlineData("papers", "2.25")]
    [InlineData("prizes", "0.5")]
    public void the_bounds_themselves_are_taken(string leaf, string number) =>
        Assert.Null(Problem(First.With(leaf, decimal.Parse(number, CultureInfo.InvariantCulture))));

    [Fact]
    public void only_what_is_measured_without_a_target_of_the_regulation_can_be_unassigned_and_says_nothing_else()
    {
        var unassigned = new LeafEntry(Assigned: false);
        Assert.Null(Problem(First.With("classes", 0, unassigned)));
        Assert.Null(Problem(First.With("initiatives", 0, unassigned)));
        foreach (var leaf in new[] { "plan", "papers", "topics", "prizes", "standard" })
            Assert.Equal(RefusalCode.EntryInvalid, Problem(First.With(leaf, 0, unassigned)));
        Assert.Equal(RefusalCode.EntryInvalid, Problem(First.With("classes", 1, unassigned)));
        Assert.Equal(RefusalCode.EntryInvalid, Problem(First.With("classes", 0, unassigned with { Target = 1 })));
    }

    [Fact]
    public void a_school_has_a_target_of_its_own_where_the_regulation_leaves_it_one()
    {
        Assert.Null(Problem(First.With("classes", 5, new(Target: 0.5m))));
        Assert.Null(Problem(First.With("classes", 5)));
        foreach (var target in new[] { 0, -1, 0.125m, 1_000_000_000_001 })
            Assert.Equal(RefusalCode.EntryInvalid, Problem(First.With("classes", 5, new(Target: target))));
        foreach (var leaf in new[] { "papers", "initiatives", "plan", "late-reports" })
            Assert.Equal(RefusalCode.EntryInvalid, Problem(First.With(leaf, 1, new(Target: 1))));
    }

    [Fact]
    public void a_share_of_a_target_needs_one()
    {
        var tree = SampleTree.Of(Branch("year", 5, Adding.Sum, Leaf("papers", 5, new NodeRule.Quantitative(QuantityFormula.ShareOfTarget))));
        Assert.Equal(RefusalCode.EntryInvalid, LeafSheet.Problem(tree, 2, [new("papers", 1)])?.Code);
        Assert.Null(LeafSheet.Problem(tree, 2, [new("papers", 1, new(Target: 2))]));
        Assert.Null(LeafSheet.Problem(tree, 2, [new("papers", 0, new(Assigned: false))]));
    }

    [Fact]
    public void estimates_are_for_the_months_that_the_regulation_names()
    {
        Assert.Null(Problem(First.With("topics", 4, new(EstimatedMonths: [11, 12]))));
        Assert.Equal(RefusalCode.EstimateNotAllowed, Problem(First.With("topics", 4, new(EstimatedMonths: [10]))));
        Assert.Equal(RefusalCode.EstimateNotAllowed, Problem(First.With("topics", 4, new(EstimatedMonths: [12, 12]))));
    }

    [Fact]
    public void evidence_is_referred_to_in_proper_texts()
    {
        Assert.Null(Problem(First.With("topics", 4, new(Evidence: ["QĐ 12/QĐ-TCT ngày 3/5/2020"]))));
        Assert.Equal(RefusalCode.TextInvalid, Problem(First.With("topics", 4, new(Evidence: [" "]))));
        Assert.Equal(RefusalCode.EntryInvalid, Problem(First.With("topics", 4, new(Evidence: [.. Enumerable.Repeat("QĐ 12", 21)]))));
    }

    [Fact]
    public void flat_criteria_take_points_alone() =>
        Assert.Equal(RefusalCode.EntryInvalid, ScoreSheet.Check(Academy.SampleRegulation.Scores, [.. Academy.SampleRegulation.Sheet().Select(s => s with { Entry = new() })])?.Code);
}
