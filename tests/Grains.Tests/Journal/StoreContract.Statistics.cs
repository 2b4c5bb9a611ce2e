using ClusterActors.Academy;
using ClusterActors.Statistics;
using ClusterActors.Tests.Statistics;
using static ClusterActors.Tests.Statistics.SampleStatistics;

namespace ClusterActors.Tests.Journal;

public abstract partial class StoreContract
{
    [Fact]
    public async Task every_school_on_a_roll_has_a_row_with_its_report_of_the_period_or_none()
    {
        EquatableList<Figure> year = [Exactly("classes", 30), new("hours", 0.10m, Qualifier.MoreThan, [11, 12]), About("learners", 123456789.5m)];
        await ShowAsync(
            NationalSample.Row(NationalSample.Year("b", 2026, ["z", "x"])),
            NationalSample.Row(NationalSample.Year("a", 2026, ["y", "silent"])),
            NationalSample.Row(NationalSample.Year("a", 2027, ["x", "y"])),
            NationalSample.Row(NationalSample.Year("a", 2025, ["x", "y"])),
            NationalSample.Reports("x", 2026, frozen: true, new(ReportPeriod.FullYear, 2, year, "Số liệu cũ", null), new(ReportPeriod.FirstHalf, 1, [Exactly("classes", 7)], null, null)),
            NationalSample.Reports("y", 2026, frozen: false, new ReportView(ReportPeriod.FirstHalf, 1, [Exactly("classes", 8)], null, null)),
            NationalSample.Reports("silent", 2026, frozen: false),
            NationalSample.Reports("outside", 2026, frozen: true, new ReportView(ReportPeriod.FullYear, 1, year, null, null)));

        Assert.Equal(
            [new(2026, "a", "silent", false, null), new(2026, "a", "y", false, null), new(2026, "b", "x", true, year), new(2026, "b", "z", false, null)],
            await Store.National.ReportsOfAsync(2026, 2026, ReportPeriod.FullYear));
        Assert.Equal(
            [("silent", null), ("y", 8m), ("x", 7m), ("z", (decimal?)null)],
            (await Store.National.ReportsOfAsync(2026, 2026, ReportPeriod.FirstHalf)).Select(r => (r.School, r.Figures?[0].Value)));
        Assert.Equal(
            [(2025, "a", "x"), (2025, "a", "y"), (2026, "a", "silent"), (2026, "a", "y"), (2026, "b", "x"), (2026, "b", "z"), (2027, "a", "x"), (2027, "a", "y")],
            (await Store.National.ReportsOfAsync(2025, 2027, ReportPeriod.FullYear)).Select(r => (r.Year, r.Cluster, r.School)));
        Assert.Empty(await Store.National.ReportsOfAsync(2028, 2030, ReportPeriod.FullYear));
    }

    [Fact]
    public async Task a_school_that_was_merged_during_the_year_has_its_row_still_and_says_how_it_counts()
    {
        EquatableList<Figure> told = [Exactly("classes", 30)];
        var merger = new Merger(["y", "x"], "new", "a", null, new(2026, 7, 1), new("7/QĐ", new(2026, 6, 30)), "Hợp nhất");
        var year = NationalSample.Year("a", 2026, ["z", "new"]) with { Departed = [new("x", merger, true, null, null), new("y", merger, true, null, null)] };
        var rules = new MembershipRules(
            new(PactPolicy.SignedAnew, "s"), new(ScorePolicy.PredecessorOut, "s"), new(InspectionPolicy.Dropped, "s"), new(false, "s"), new(VotePolicy.PlaceLapses, "s"), new(PostPolicy.DeputyActs, "s"),
            Figures: new(FigurePolicy.PredecessorsCount, "s"));
        await ShowAsync(
            NationalSample.Row(year with { Regulation = year.Regulation with { Membership = rules } }),
            NationalSample.Row(year with { Key = new("b", 2027), Roll = ["new"] }),
            NationalSample.Row(NationalSample.Year("a", 2025, ["z"])).Changed(row => row["departed"] = null),
            NationalSample.Reports("x", 2026, frozen: true, new ReportView(ReportPeriod.FullYear, 1, told, null, null)));

        Assert.Equal(
            [new(2026, "a", "new", false, null), new(2026, "a", "x", true, told, merger.On, true), new(2026, "a", "y", false, null, merger.On, true), new(2026, "a", "z", false, null)],
            await Store.National.ReportsOfAsync(2026, 2026, ReportPeriod.FullYear));
        Assert.Equal(
            [("new", null, false), ("x", merger.On, false), ("y", (DateOnly?)merger.On, false)],
            (await Store.National.ReportsOfAsync(2027, 2027, ReportPeriod.FullYear)).Select(r => (r.School, r.MergedOn, r.CountsUntilMerger)));
        Assert.Equal(["z"], (await Store.National.ReportsOfAsync(2025, 2025, ReportPeriod.FullYear)).Select(r => r.School));
    }

    [Fact]
    public async Task every_school_that_has_ended_is_told_with_its_successor()
    {
        Merger Into(string successor, string? before) => new(["x"], successor, "a", before, new(2026, 7, 1), new("7/QĐ", new(2026, 6, 30)), "Hợp nhất");
        await ShowAsync(
            NationalSample.School("y", cluster: "a"),
            Ended("x", Into("new", before: null)),
            Ended("b", Into("y", before: "a")));

        Assert.Equal([new("b", "y", new(2026, 7, 1), false), new("x", "new", new(2026, 7, 1), true)], await Store.National.SuccessionsAsync());

        static ViewRow Ended(string school, Merger merger) => NationalSample.School(school).Changed(row => row["mergedInto"] = System.Text.Json.JsonSerializer.SerializeToNode(merger, CanonicalJson.Options));
    }

    [Fact]
    public async Task the_catalogue_of_a_year_is_the_one_that_its_schools_report_by()
    {
        await ShowAsync(NationalSample.Reports("x", 2026, frozen: false), NationalSample.Reports("y", 2026, frozen: true));

        Assert.Equal(Rules.Indicators, await Store.National.IndicatorsOfAsync(2026));
        Assert.Empty(await Store.National.IndicatorsOfAsync(2027));
    }

    [Fact]
    public async Task a_school_s_journal_tells_its_own_reports_and_nobody_else_s()
    {
        await RecordAsync("statistics:a:2026", "report-submitted", """{"period":"full-year"}""", NationalSample.Reports("a", 2026, frozen: false));
        await RecordAsync("statistics:b:2026", "report-submitted", """{"of":"a"}""", NationalSample.Reports("b", 2026, frozen: false));

        Assert.Equal(["statistics:a:2026"], (await Store.Viewer.OfSchoolAsync("a", null, 20)).Entries.Select(e => e.Stream));
    }
}
