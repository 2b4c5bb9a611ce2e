using ClusterActors.Academy;
using ClusterActors.Statistics;
using static ClusterActors.Tests.Statistics.SampleStatistics;

namespace ClusterActors.Tests.Statistics;

/// <summary>Totals as somebody would work them out by hand.</summary>
public sealed class ReportFoldTests
{
    private const ReportPeriod FullYear = ReportPeriod.FullYear;

    private static RollReport Report(int year, string cluster, string school, params Figure[] figures) =>
        new(year, cluster, school, Frozen: true, figures.ToEquatableList());

    private static RollReport Silent(int year, string cluster, string school) => new(year, cluster, school, Frozen: true, null);

    private static IndicatorTotal TotalOf(string indicator, params RollReport[] reports) =>
        ReportFold.Totals(2020, FullYear, null, reports, Rules.Indicators).Totals.Single(t => t.Indicator == indicator);

    [Theory]
    [InlineData(Qualifier.Exact, Qualifier.Exact, Qualifier.Exact, 700)]
    [InlineData(Qualifier.Exact, Qualifier.MoreThan, Qualifier.MoreThan, 700)]
    [InlineData(Qualifier.MoreThan, Qualifier.MoreThan, Qualifier.MoreThan, 700)]
    [InlineData(Qualifier.Exact, Qualifier.About, Qualifier.About, 300)]
    [InlineData(Qualifier.MoreThan, Qualifier.About, Qualifier.About, 300)]
    [InlineData(Qualifier.About, Qualifier.About, Qualifier.About, 0)]
    public void a_sum_claims_no_more_than_its_weakest_part(Qualifier one, Qualifier other, Qualifier sum, int certain)
    {
        RollReport[] reports = [Report(2020, "8", "a", new Figure("classes", 300, one)), Report(2020, "8", "b", new Figure("classes", 400, other))];

        Assert.Equal(new Amount(700, sum, certain), TotalOf("classes", reports).Amount);
        Assert.Equal(new Amount(700, sum, certain), TotalOf("classes", [.. reports.Reverse()]).Amount);
    }

    [Fact]
    public void a_school_without_a_figure_is_named_and_not_counted_as_zero()
    {
        var totals = ReportFold.Totals(
            2020, FullYear, "8", [Report(2020, "8", "c", Exactly("classes", 5)), Silent(2020, "8", "b"), Report(2020, "8", "a", Exactly("learners", 0))], Rules.Indicators);

        Assert.Equal((3, (EquatableList<string>)["b"]), (totals.Schools, totals.Unreported));
        Assert.Equal(new IndicatorTotal("classes", new(5, Qualifier.Exact, 5), [], 1, ["a", "b"]), totals.Totals[0]);
        Assert.Equal(new IndicatorTotal("learners", new(0, Qualifier.Exact, 0), [], 1, ["b", "c"]), totals.Totals[1]);
        Assert.Equal(new IndicatorTotal("staff", null, [], 0, ["a", "b", "c"]), totals.Totals[5]);
    }

    [Fact]
    public void months_that_somebody_has_estimated_show_in_the_total() => Assert.Equal(
        [11, 12],
        TotalOf(
            "classes",
            Report(2020, "8", "a", Exactly("classes", 1) with { EstimatedMonths = [12] }),
            Report(2020, "8", "b", Exactly("classes", 1) with { EstimatedMonths = [11, 12] }),
            Report(2020, "8", "c", Exactly("classes", 1))).EstimatedMonths);

    [Fact]
    public void totals_are_final_when_every_school_is_frozen_and_have_the_indicators_of_their_period()
    {
        var half = ReportFold.Totals(2020, ReportPeriod.FirstHalf, null, [Silent(2020, "8", "a"), Silent(2020, "8", "b") with { Frozen = false }], Rules.Indicators);

        Assert.False(half.Frozen);
        Assert.DoesNotContain(half.Totals, t => t.Indicator is "staff" or "hours");
        Assert.False(ReportFold.Totals(2020, FullYear, null, [], Rules.Indicators).Frozen);
    }

    [Fact]
    public void the_nation_has_every_school_once_and_each_cluster_its_own()
    {
        var national = ReportFold.National(
            2020,
            FullYear,
            [
                Report(2020, "9", "c", Exactly("classes", 4)), Report(2020, "8", "a", Exactly("classes", 1)), Report(2020, "8", "b", Exactly("classes", 2)),
                Report(2020, "9", "a", Exactly("classes", 1)), Report(2019, "7", "z", Exactly("classes", 100)),
            ],
            Rules.Indicators);

        Assert.Equal((3, 7m), (national.Nation.Schools, national.Nation.Totals[0].Amount!.Value));
        Assert.Equal([("8", 3m), ("9", 5m)], national.Clusters.Select(c => (c.Cluster, c.Totals[0].Amount!.Value)));
    }

    // Cluster 8 of 2020 became part of another in 2021: b came from 9, z has left, n is new, s was silent.
    [Fact]
    public void two_years_are_compared_by_the_same_schools_whatever_clusters_they_were_in()
    {
        var compared = ReportFold.Compare(
            2021,
            2020,
            FullYear,
            "east",
            [
                Report(2020, "8", "a", Exactly("classes", 10)), Report(2020, "9", "b", Exactly("classes", 20)), Report(2020, "8", "z", Exactly("classes", 500)),
                Silent(2020, "8", "s"),
                Report(2021, "east", "a", Exactly("classes", 12)), Report(2021, "east", "b", MoreThan("classes", 25)), Report(2021, "east", "n", Exactly("classes", 7)),
                Report(2021, "east", "s", Exactly("classes", 8)), Report(2021, "west", "z", Exactly("classes", 600)),
            ],
            Rules.Indicators);

        Assert.Equal(
            new IndicatorComparison("classes", new(30, Qualifier.Exact, 30), new(37, Qualifier.MoreThan, 37), new(7, Qualifier.MoreThan), 2, ["n", "s"]),
            compared.Indicators[0]);
        Assert.Equal(new IndicatorComparison("learners", null, null, null, 0, ["a", "b", "n", "s"]), compared.Indicators[1]);
    }

    [Theory]
    [InlineData(Qualifier.Exact, Qualifier.Exact, Qualifier.Exact)]
    [InlineData(Qualifier.Exact, Qualifier.MoreThan, Qualifier.MoreThan)]
    [InlineData(Qualifier.Exact, Qualifier.About, Qualifier.About)]
    [InlineData(Qualifier.MoreThan, Qualifier.Exact, Qualifier.About)]
    [InlineData(Qualifier.MoreThan, Qualifier.MoreThan, Qualifier.About)]
    [InlineData(Qualifier.About, Qualifier.Exact, Qualifier.About)]
    public void a_difference_is_a_lower_bound_only_where_what_is_taken_away_is_exact(Qualifier before, Qualifier after, Qualifier change) => Assert.Equal(
        new Change(-40, change), Amount.Of(new("classes", 60, after)).Since(Amount.Of(new("classes", 100, before))));

    [Fact]
    public void five_years_add_up_what_happened_and_not_what_is_so_at_the_end()
    {
        var review = ReportFold.Review(
            2020,
            null,
            [
                .. Enumerable.Range(2016, 5).SelectMany(year => new[]
                {
                    Report(year, "8", "a", Exactly("classes", year - 2015), Exactly("staff", 40)), Report(year, "8", "b", About("classes", 100), Exactly("staff", 50)),
                }),
                Report(2015, "8", "a", Exactly("classes", 1000)),
            ],
            Rules.Indicators);

        Assert.Equal((2016, 2020), (review.First, review.Last));
        var (classes, staff) = (review.Indicators[0], review.Indicators[5]);
        Assert.Equal([(2016, 101m), (2017, 102m), (2018, 103m), (2019, 104m), (2020, 105m)], classes.Years.Select(y => (y.Year, y.Amount!.Value)));
        Assert.Equal((new Amount(515, Qualifier.About, 15), true), (classes.Sum, classes.Complete));
        Assert.Equal((null, true, 90m), (staff.Sum, staff.Complete, staff.Years[4].Amount!.Value));
    }

    [Fact]
    public void a_cluster_s_five_years_follow_its_schools_of_the_last_year_through_all_their_clusters()
    {
        var review = ReportFold.Review(
            2021,
            "east",
            [
                Report(2021, "east", "a", Exactly("classes", 5)), Report(2021, "east", "b", Exactly("classes", 6)),
                Report(2020, "8", "a", Exactly("classes", 3)), Report(2020, "9", "b", Exactly("classes", 4)), Report(2020, "8", "z", Exactly("classes", 100)),
                Report(2019, "8", "a", Exactly("classes", 2)),
            ],
            Rules.Indicators).Indicators[0];

        Assert.Equal([(2017, null), (2018, null), (2019, 2m), (2020, 7m), (2021, (decimal?)11)], review.Years.Select(y => (y.Year, y.Amount?.Value)));
        Assert.Equal(["a,b", "a,b", "b", "", ""], review.Years.Select(y => string.Join(',', y.Missing)));
        Assert.Equal((20m, false), (review.Sum!.Value, review.Complete));
    }
}
