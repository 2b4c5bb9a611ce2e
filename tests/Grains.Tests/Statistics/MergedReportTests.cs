using ClusterActors.Academy;
using ClusterActors.Statistics;
using FsCheck.Fluent;
using static ClusterActors.Tests.Statistics.SampleStatistics;

namespace ClusterActors.Tests.Statistics;

/// <summary>On 1 July 2025 x and y become n, which was founded for it, and z becomes part of a.</summary>
public sealed class MergedReportTests
{
    private const ReportPeriod FullYear = ReportPeriod.FullYear;
    private static readonly DateOnly Day = new(2025, 7, 1);
    private static readonly Succession[] Mergers = [new("x", "n", Day, true), new("y", "n", Day, true), new("z", "a", Day, false)];

    private static RollReport Report(int year, string school, params Figure[] figures) => new(year, "c", school, Frozen: true, figures.ToEquatableList());

    private static RollReport Merged(string school, bool counts, params Figure[] figures) => Report(2025, school, figures) with { MergedOn = Day, CountsUntilMerger = counts };

    private static IndicatorComparison Compared(string indicator, int year, int with, params RollReport[] reports) =>
        ReportFold.Compare(year, with, FullYear, null, reports, Rules.Indicators, Mergers).Indicators.Single(i => i.Indicator == indicator);

    [Fact]
    public void a_successor_is_compared_with_the_sum_of_those_it_came_out_of_with_qualifiers_folded()
    {
        var compared = Compared(
            "classes", 2026, 2024,
            Report(2024, "x", Exactly("classes", 10)), Report(2024, "y", MoreThan("classes", 20)), Report(2024, "z", Exactly("classes", 3)), Report(2024, "a", Exactly("classes", 4)),
            Report(2024, "b", Exactly("classes", 100)),
            Report(2026, "n", Exactly("classes", 40)), Report(2026, "a", Exactly("classes", 8)), Report(2026, "b", Exactly("classes", 90)));

        Assert.Equal((ComparisonBasis.Merged, 3), (compared.Basis, compared.Schools));
        Assert.Equal((new Amount(137, Qualifier.MoreThan, 137), new Amount(138, Qualifier.Exact, 138), new Change(1, Qualifier.About)), (compared.Before, compared.After, compared.Change));
        Assert.Equal(
            [
                new("a", ["z"], new(7, Qualifier.Exact, 7), new(8, Qualifier.Exact, 8), new(1, Qualifier.Exact)),
                new MergedComparison("n", ["x", "y"], new(30, Qualifier.MoreThan, 30), new(40, Qualifier.Exact, 40), new(10, Qualifier.About)),
            ],
            compared.Merged!);
    }

    [Fact]
    public void a_successor_one_of_whose_predecessors_has_told_nothing_is_missing_and_not_compared_with_a_part()
    {
        var compared = Compared(
            "classes", 2026, 2024,
            Report(2024, "x", Exactly("classes", 10)), Report(2024, "z", Exactly("classes", 3)), Report(2024, "a", Exactly("classes", 4)),
            Report(2026, "n", Exactly("classes", 40)), Report(2026, "a", Exactly("classes", 8)));

        Assert.Equal((ComparisonBasis.Merged, 1, (EquatableList<string>)["n"]), (compared.Basis, compared.Schools, compared.Missing));
        Assert.Equal(7, compared.Before!.Value);
    }

    [Fact]
    public void once_both_years_lie_behind_the_merger_every_school_is_compared_with_itself()
    {
        var compared = Compared("classes", 2027, 2026, Report(2026, "n", Exactly("classes", 40)), Report(2027, "n", Exactly("classes", 41)));

        Assert.Equal((ComparisonBasis.SameSchools, null, 1m), (compared.Basis, compared.Merged, compared.Change!.Value));
    }

    [Fact]
    public void in_the_year_of_the_merger_what_predecessors_reported_until_then_counts_where_the_regulation_says_so()
    {
        RollReport[] counting = [Merged("x", true, Exactly("classes", 5), Exactly("staff", 30)), Merged("y", true), Report(2025, "n", About("classes", 9), Exactly("staff", 60))];
        var totals = ReportFold.Totals(2025, FullYear, null, counting, Rules.Indicators);
        Assert.Equal((3, (EquatableList<string>)["x", "y"]), (totals.Schools, totals.Merged));
        Assert.Equal(new IndicatorTotal("classes", new(14, Qualifier.About, 5), [], 2, ["y"]), totals.Totals[0]);
        Assert.Equal(new IndicatorTotal("staff", new(60, Qualifier.Exact, 60), [], 1, []), totals.Totals.Single(t => t.Indicator == "staff"));

        var successors = ReportFold.Totals(2025, FullYear, null, counting.Select(r => r with { CountsUntilMerger = false }), Rules.Indicators);
        Assert.Equal((1, (EquatableList<string>)[]), (successors.Schools, successors.Merged));
        Assert.Equal(new IndicatorTotal("classes", new(9, Qualifier.About, 0), [], 1, []), successors.Totals[0]);
    }

    [Fact]
    public void a_period_that_had_ended_before_the_merger_has_the_schools_that_there_were()
    {
        RollReport[] reports = [Merged("x", false, Exactly("classes", 5)), Merged("y", false, Exactly("classes", 6)), Report(2024, "x", Exactly("classes", 4)), Report(2024, "y", Exactly("classes", 4))];
        var totals = ReportFold.Totals(2025, ReportPeriod.FirstHalf, null, reports, Rules.Indicators);
        Assert.Equal((2, 11m, (EquatableList<string>)[]), (totals.Schools, totals.Totals[0].Amount!.Value, totals.Merged));

        var compared = ReportFold.Compare(2025, 2024, ReportPeriod.FirstHalf, null, reports, Rules.Indicators, Mergers).Indicators[0];
        Assert.Equal((ComparisonBasis.SameSchools, 2, 3m), (compared.Basis, compared.Schools, compared.Change!.Value));
    }

    [Fact]
    public void a_school_that_was_founded_after_a_period_is_not_missing_from_it()
    {
        RollReport[] reports =
        [
            Merged("x", false, Exactly("classes", 5)), Merged("y", false, Exactly("classes", 6)), Report(2025, "n") with { Figures = null },
            Report(2026, "n", Exactly("classes", 14)),
        ];
        var totals = ReportFold.Totals(2025, ReportPeriod.FirstHalf, null, reports, Rules.Indicators, Mergers);
        Assert.Equal((2, 11m, (EquatableList<string>)[]), (totals.Schools, totals.Totals[0].Amount!.Value, totals.Unreported));

        var compared = ReportFold.Compare(2026, 2025, ReportPeriod.FirstHalf, null, reports, Rules.Indicators, Mergers).Indicators[0];
        Assert.Equal((11m, 14m, (EquatableList<string>)[]), (compared.Before!.Value, compared.After!.Value, compared.Missing));
    }

    [Fact]
    public void a_comparison_with_the_year_of_the_merger_has_what_happened_before_it_and_after_it()
    {
        RollReport[] reports = [Report(2024, "x", Exactly("classes", 10), Exactly("staff", 30)), Report(2024, "y", Exactly("classes", 20), Exactly("staff", 31)), Merged("x", true, Exactly("classes", 5)), Merged("y", true, Exactly("classes", 9)), Report(2025, "n", Exactly("classes", 17), Exactly("staff", 55))];
        Assert.Equal((30m, 31m, ComparisonBasis.Merged), (Compared("classes", 2025, 2024, reports).Before!.Value, Compared("classes", 2025, 2024, reports).After!.Value, Compared("classes", 2025, 2024, reports).Basis));
        Assert.Equal(new Change(-6, Qualifier.Exact), Compared("staff", 2025, 2024, reports).Change);
    }

    [Fact]
    public void five_years_of_a_cluster_follow_its_schools_to_those_they_came_out_of()
    {
        var review = ReportFold.Review(
            2026,
            "c",
            [
                Report(2023, "x", Exactly("classes", 1)), Report(2023, "y", Exactly("classes", 2)), Report(2024, "x", Exactly("classes", 3)),
                Merged("x", true, Exactly("classes", 4)), Merged("y", true, Exactly("classes", 5)), Report(2025, "n", Exactly("classes", 6)), Report(2026, "n", Exactly("classes", 16)),
            ],
            Rules.Indicators,
            Mergers).Indicators[0];

        Assert.Equal([(2022, null), (2023, 3m), (2024, 3m), (2025, 15m), (2026, (decimal?)16)], review.Years.Select(y => (y.Year, y.Amount?.Value)));
        Assert.Equal(["x,y", "", "y", "", ""], review.Years.Select(y => string.Join(',', y.Missing)));
    }

    [Fact]
    public void mergers_that_lead_in_a_circle_end() =>
        Assert.NotNull(ReportFold.Compare(2026, 2024, FullYear, null, [Report(2026, "x", Exactly("classes", 1))], Rules.Indicators, [new("x", "y", Day, false), new("y", "x", Day, false)]));

    // Whoever merges, the nation has taught as many classes as it has.
    [Fact]
    public void merging_schools_moves_no_sum_of_the_nation_between_years() => Property.Holds(
        from count in Gen.Choose(2, 9)
        from before in Gen.ArrayOf(Gen.Choose(0, 500), count)
        from after in Gen.ArrayOf(Gen.Choose(0, 500), count)
        from groups in Gen.ArrayOf(Gen.Choose(0, 3), count)
        select (before, after, groups),
        nation =>
        {
            var schools = Enumerable.Range(0, nation.before.Length).ToList();
            RollReport[] separate = [.. schools.Select(i => Report(2024, $"s{i}", Exactly("classes", nation.before[i]))), .. schools.Select(i => Report(2026, $"s{i}", Exactly("classes", nation.after[i])))];
            RollReport[] together = [.. separate.Where(r => r.Year == 2024), .. schools.GroupBy(i => nation.groups[i]).Select(group => Report(2026, $"n{group.Key}", Exactly("classes", group.Sum(i => nation.after[i]))))];
            var mergers = schools.Select(i => new Succession($"s{i}", $"n{nation.groups[i]}", Day, Founded: true));

            var (alone, merged) = (ReportFold.Compare(2026, 2024, FullYear, null, separate, Rules.Indicators).Indicators[0], ReportFold.Compare(2026, 2024, FullYear, null, together, Rules.Indicators, mergers).Indicators[0]);
            Assert.Equal((alone.Before, alone.After, alone.Change), (merged.Before, merged.After, merged.Change));
            Assert.Empty(merged.Missing);
        });
}
