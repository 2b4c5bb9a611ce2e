using ClusterActors.Academy;
using ClusterActors.Statistics;
using static ClusterActors.Tests.Statistics.SampleStatistics;
using Reports0 = ClusterActors.Tests.Given<ClusterActors.Statistics.StatisticsState, ClusterActors.Statistics.StatisticsCommand, ClusterActors.Statistics.StatisticsEvent>;

namespace ClusterActors.Tests.Statistics;

public sealed class StatisticsDeciderTests
{
    private const ReportPeriod FullYear = ReportPeriod.FullYear;

    private static readonly StatisticsKey Key = new("tay-ninh", 2020);
    private static readonly Actor Campaign = Who.Grain(new CampaignKey("8", 2020));
    private static readonly Actor Officer = Who.Officer("tay-ninh");
    private static readonly DecisionReference Decision = new("7-QĐ/HVCTQG", Moment.Day("2021-02-26"));
    private static readonly EquatableList<Figure> Figures = [Exactly("classes", 30), MoreThan("learners", 2000)];
    private static readonly EquatableList<Figure> Better = [Exactly("classes", 31), About("learners", 2100)];

    private static Reports0 Nothing => Given.Nothing(StatisticsDecider.Aggregate, Key);

    private static Reports0 Expected => Nothing.And(Campaign, new StatisticsCommand.ExpectReports(Rules));

    private static Reports0 Submitted => Expected.And(Officer, Submit(Figures));

    private static Reports0 Frozen => Submitted.And(Campaign, new StatisticsCommand.FreezeReports());

    private static StatisticsCommand Submit(EquatableList<Figure> figures, ReportPeriod period = FullYear) => new StatisticsCommand.SubmitReport(period, figures);

    private static StatisticsCommand Correct(int version, string reason = "Số liệu cũ") => new StatisticsCommand.CorrectReport(FullYear, version, Better, reason);

    private static StatisticsCommand CorrectFrozen(int version, string reason = "Đính chính") =>
        new StatisticsCommand.CorrectFrozenReport(FullYear, version, Better, Decision, reason);

    [Fact]
    public void reports_are_expected_by_the_copy_of_the_rules_that_a_campaign_of_the_year_brings() =>
        Nothing.When(Campaign, new StatisticsCommand.ExpectReports(Rules)).Events(new StatisticsEvent.ReportsExpected("tay-ninh", 2020, Rules));

    [Fact]
    public void nobody_but_a_campaign_of_the_year_can_expect_or_freeze_them()
    {
        foreach (var actor in new[] { Officer, Who.Official, Who.Grain(new CampaignKey("8", 2019)), Who.Grain(AcademyKey.National) })
        {
            Nothing.When(actor, new StatisticsCommand.ExpectReports(Rules)).Refused(RefusalCode.Forbidden);
            Submitted.When(actor, new StatisticsCommand.FreezeReports()).Refused(RefusalCode.Forbidden);
        }
    }

    [Fact]
    public void a_school_that_has_moved_into_another_cluster_of_the_year_keeps_its_reports()
    {
        var other = Who.Grain(new CampaignKey("9", 2020));

        Submitted.When(other, new StatisticsCommand.ExpectReports(Rules)).Refused(RefusalCode.AlreadyExists);
        Submitted.When(other, new StatisticsCommand.FreezeReports()).Events(new StatisticsEvent.ReportsFrozen());
        Frozen.When(other, new StatisticsCommand.FreezeReports()).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void nobody_reports_before_a_report_is_expected() => Nothing.When(Officer, Submit(Figures)).Refused(RefusalCode.NotFound);

    [Fact]
    public void the_people_of_the_school_hand_a_report_in_and_nobody_else()
    {
        Expected.When(Officer, Submit(Figures)).Events(new StatisticsEvent.ReportSubmitted(FullYear, Figures));
        Expected.When(Who.Principal("tay-ninh"), Submit(Figures)).Accepted();
        foreach (var actor in new[] { Who.Official, Who.Officer("dong-nai"), Who.Visitor("tay-ninh"), Campaign })
        {
            Expected.When(actor, Submit(Figures)).Refused(RefusalCode.Forbidden);
            Submitted.When(actor, Correct(1)).Refused(RefusalCode.Forbidden);
        }
    }

    [Fact]
    public void each_period_has_a_report_of_its_own()
    {
        var state = Assert.IsType<StatisticsState.Expected>(Submitted.And(Officer, Submit([Exactly("classes", 12)], ReportPeriod.FirstHalf)).State);

        Assert.Equal((1, 30m), (state.VersionOf(FullYear), state.ReportOf(FullYear)!.Figures[0].Value));
        Assert.Equal((1, 12m), (state.VersionOf(ReportPeriod.FirstHalf), state.ReportOf(ReportPeriod.FirstHalf)!.Figures[0].Value));
    }

    [Fact]
    public void a_report_is_corrected_by_a_new_version_with_a_reason_and_the_first_stays_in_the_journal()
    {
        Submitted.When(Officer, Submit(Better)).Refused(RefusalCode.AlreadyExists);
        Submitted.When(Officer, Correct(1, " ")).Refused(RefusalCode.TextInvalid);
        var corrected = Submitted.When(Officer, Correct(1)).Events(new StatisticsEvent.ReportCorrected(FullYear, Better, "Số liệu cũ"));

        Assert.Equal(new ReportView(FullYear, 2, Better, "Số liệu cũ", null), Assert.Single(((StatisticsState.Expected)corrected.State).Reports));
        Assert.Contains(new StatisticsEvent.ReportSubmitted(FullYear, Figures), corrected.History);
    }

    [Fact]
    public void nobody_corrects_what_was_changed_meanwhile_or_is_not_there()
    {
        Submitted.And(Officer, Correct(1)).When(Officer, Correct(1)).Refused(RefusalCode.ReportChanged);
        Submitted.When(Officer, Correct(2)).Refused(RefusalCode.ReportChanged);
        Expected.When(Officer, Correct(0)).Refused(RefusalCode.NotFound);
    }

    [Fact]
    public void when_the_year_is_closed_the_school_changes_nothing_more()
    {
        Frozen.When(Officer, Correct(1)).Refused(RefusalCode.WrongPhase);
        Frozen.When(Officer, Submit([Exactly("classes", 12)], ReportPeriod.FirstHalf)).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void a_frozen_report_is_corrected_by_a_decision_of_the_academy_and_nobody_else()
    {
        Submitted.When(Who.Official, CorrectFrozen(1)).Refused(RefusalCode.WrongPhase);
        Frozen.When(Officer, CorrectFrozen(1)).Refused(RefusalCode.Forbidden);
        Frozen.When(Who.Official, CorrectFrozen(2)).Refused(RefusalCode.ReportChanged);
        Frozen.When(Who.Official, CorrectFrozen(1, "")).Refused(RefusalCode.TextInvalid);
        Frozen.When(Who.Official, new StatisticsCommand.CorrectFrozenReport(FullYear, 1, Better, new("", Decision.IssuedOn), "Đính chính")).Refused(RefusalCode.TextInvalid);

        var corrected = Frozen.When(Who.Official, CorrectFrozen(1)).Events(new StatisticsEvent.ReportCorrected(FullYear, Better, "Đính chính", Decision));

        var state = (StatisticsState.Expected)corrected.State;
        Assert.Equal((true, 2, Decision), (state.Frozen, state.VersionOf(FullYear), state.ReportOf(FullYear)!.Decision));
    }

    [Fact]
    public void a_report_that_never_came_can_be_entered_by_a_decision_after_the_closing() =>
        Expected.And(Campaign, new StatisticsCommand.FreezeReports()).When(Who.Official, CorrectFrozen(0)).Accepted();

    [Fact]
    public void a_report_says_nothing_of_what_it_leaves_out_but_it_says_something() => Expected.When(Officer, Submit([])).Refused(RefusalCode.FigureInvalid);

    [Theory]
    [InlineData("weather", FullYear)]
    [InlineData("Classes", FullYear)]
    [InlineData("staff", ReportPeriod.FirstHalf)]
    public void an_indicator_belongs_to_the_report_or_is_refused(string indicator, ReportPeriod period) =>
        Expected.When(Officer, Submit([Exactly(indicator, 1)], period)).Refused(RefusalCode.IndicatorUnknown);

    [Fact]
    public void an_indicator_has_one_figure() => Expected.When(Officer, Submit([Exactly("classes", 1), About("classes", 1)])).Refused(RefusalCode.IndicatorTwice);

    [Theory]
    [InlineData("classes", -1)]
    [InlineData("classes", 0.5)]
    [InlineData("hours", 0.125)]
    [InlineData("learners", 1_000_000_000_001)]
    public void a_figure_is_a_number_of_its_indicator(string indicator, double value) =>
        Expected.When(Officer, Submit([Exactly(indicator, (decimal)value)])).Refused(RefusalCode.FigureInvalid);

    [Fact]
    public void zero_is_a_figure_and_decimals_are_where_the_catalogue_has_them() =>
        Expected.When(Officer, Submit([Exactly("classes", 0), Exactly("learners", 7.00m), Exactly("hours", 0.12m)])).Accepted();

    [Fact]
    public void november_and_december_may_be_estimated_each_once_and_only_in_the_report_of_the_year()
    {
        Expected.When(Officer, Submit([Exactly("classes", 1) with { EstimatedMonths = [11, 12] }])).Accepted();
        Expected.When(Officer, Submit([Exactly("classes", 1) with { EstimatedMonths = [] }])).Accepted();
        foreach (var months in new EquatableList<int>[] { [10], [11, 11], [13] })
            Expected.When(Officer, Submit([Exactly("classes", 1) with { EstimatedMonths = months }])).Refused(RefusalCode.EstimateNotAllowed);
        Expected.When(Officer, Submit([Exactly("classes", 1) with { EstimatedMonths = [11] }], ReportPeriod.FirstHalf)).Refused(RefusalCode.EstimateNotAllowed);
    }

    [Fact]
    public void the_parts_of_a_whole_are_at_most_the_whole_as_far_as_both_are_certain()
    {
        Expected.When(Officer, Submit([Exactly("learners", 10), Exactly("learners-training", 4), Exactly("learners-fostering", 7)])).Refused(RefusalCode.PartsExceedWhole);
        Expected.When(Officer, Submit([Exactly("learners", 10), MoreThan("learners-training", 11)])).Refused(RefusalCode.PartsExceedWhole);
        foreach (var sound in new EquatableList<Figure>[]
        {
            [Exactly("learners", 10), Exactly("learners-training", 4), Exactly("learners-fostering", 6), Exactly("learners-online", 10)],
            [Exactly("learners", 10), Exactly("learners-training", 4), About("learners-fostering", 7)],
            [MoreThan("learners", 10), Exactly("learners-training", 11)],
            [Exactly("learners-training", 11)],
        })
            Expected.When(Officer, Submit(sound)).Accepted();
    }

    [Fact]
    public void the_view_shows_catalogue_latest_versions_and_whether_they_are_frozen()
    {
        var view = StatisticsDecider.Aggregate.View(Frozen.State)!;

        Assert.Equal((StatisticsKey.Kind, null, 2020, "tay-ninh"), (view.Kind, view.Cluster, view.Year, view.School));
        Assert.Equal(new StatisticsView("tay-ninh", 2020, Rules.Indicators, [11, 12], [new(FullYear, 1, Figures, null, null)], Frozen: true), view.Document);
        Assert.Null(StatisticsDecider.Aggregate.View(Nothing.State));
    }

    [Fact]
    public void the_view_shows_the_day_on_which_results_are_cut_off()
    {
        var cut = Nothing.And(Campaign, new StatisticsCommand.ExpectReports(Rules with { CutOff = new(Moment.Day("2020-10-31"), "sample regulation") }));
        Assert.Equal(Moment.Day("2020-10-31"), Assert.IsType<StatisticsView>(StatisticsDecider.Aggregate.View(cut.State)!.Document).CutOff);
    }
}
