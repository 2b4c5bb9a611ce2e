using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Statistics;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Statistics;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using static ClusterActors.Tests.Statistics.SampleStatistics;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Targets that say how much each school plans, and how far the schools have come.</summary>
public sealed class TargetTests
{
    private static readonly TargetMeasure Classes = new("lớp", "classes", [new("tay-ninh", 40), new("dong-nai", 20), new("binh-thuan", 0)]);

    private static readonly Regulation Counting = SampleRegulation.Of(2020) with { Statistics = Rules };

    private static EquatableList<Target> With(TargetMeasure measure) => [.. Proposal.Targets.Take(2), new(3, "Mở lớp", measure)];

    private static ClusterActors.Tests.Then<CampaignState, CampaignCommand, CampaignEvent> Propose(TargetMeasure measure, Regulation? regulation = null) =>
        At(Phase.Guided, regulation ?? Counting).When(Head, new CampaignCommand.ProposePact(With(measure)));

    private static StatisticsView Reported(string school, params (ReportPeriod Period, Figure Figure)[] figures) =>
        new(school, 2020, Rules.Indicators, [], figures.Select(f => new ReportView(f.Period, 1, [f.Figure], null, null)).ToEquatableList(), false);

    [Fact]
    public void a_target_plans_something_for_some_members() =>
        Assert.Equal(Classes, Propose(Classes).One<CampaignEvent.PactProposed>().Targets[2].Measure);

    [Fact]
    public void its_indicator_is_one_that_the_report_of_the_whole_year_has()
    {
        Propose(Classes with { Indicator = "weather" }).Refused(RefusalCode.IndicatorUnknown);
        Propose(Classes, SampleRegulation.Of(2020)).Refused(RefusalCode.IndicatorUnknown);
        Propose(Classes with { Indicator = null }, SampleRegulation.Of(2020)).Accepted();
    }

    [Fact]
    public void what_is_planned_is_a_number_for_members_for_each_once()
    {
        foreach (var planned in new EquatableList<PlannedValue>[]
        {
            [], [new("ca-mau", 1)], [new("tay-ninh", 1), new("tay-ninh", 2)], [new("tay-ninh", -1)], [new("tay-ninh", 0.00001m)], [new("tay-ninh", decimal.MaxValue)],
        })
            Propose(Classes with { Planned = planned }).Refused(RefusalCode.TargetsInvalid);
        Propose(Classes with { Unit = " " }).Refused(RefusalCode.TextInvalid);
    }

    [Fact]
    public void progress_is_what_was_reported_of_what_was_planned_by_the_latest_period()
    {
        var progress = Assert.Single(TargetProgress.Of(
            With(Classes),
            [
                Reported("tay-ninh", (ReportPeriod.FullYear, MoreThan("classes", 45)), (ReportPeriod.FirstHalf, Exactly("classes", 15))),
                Reported("dong-nai", (ReportPeriod.FirstHalf, Exactly("classes", 7))),
            ]));

        Assert.Equal((3, "Mở lớp", "lớp", 60), (progress.Number, progress.Text, progress.Unit, progress.Planned));
        Assert.Equal((new Amount(52, Qualifier.MoreThan, 52), 0.8667m), (progress.Reported, progress.Share));
        Assert.Equal(["binh-thuan"], progress.Missing);
        Assert.Equal(
            [
                new("tay-ninh", 40, new(45, Qualifier.MoreThan, 45), ReportPeriod.FullYear, 1.125m, []),
                new("dong-nai", 20, new(7, Qualifier.Exact, 7), ReportPeriod.FirstHalf, 0.35m, []),
                new SchoolProgress("binh-thuan", 0, null, null, null, []),
            ],
            progress.Schools);
    }

    [Fact]
    public void progress_that_rests_on_an_estimate_says_for_which_months()
    {
        var progress = Assert.Single(TargetProgress.Of(
            With(Classes),
            [
                Reported("tay-ninh", (ReportPeriod.FullYear, Exactly("classes", 45) with { EstimatedMonths = [12, 11] })),
                Reported("dong-nai", (ReportPeriod.FullYear, Exactly("classes", 7) with { EstimatedMonths = [12] })),
            ]));
        Assert.Equal([11, 12], progress.EstimatedMonths);
        Assert.Equal([[11, 12], [12], []], progress.Schools.Select(school => school.EstimatedMonths));
    }

    [Fact]
    public void nothing_reported_and_nothing_planned_has_no_share()
    {
        var none = new TargetMeasure("lớp", null, [new("tay-ninh", 40)]);
        var idle = Classes with { Planned = [new("tay-ninh", 0)] };
        var reports = new[] { Reported("tay-ninh", (ReportPeriod.FullYear, Exactly("classes", 3))) };

        Assert.Equal((null, null), (TargetProgress.Of(With(none), reports)[0].Reported, TargetProgress.Of(With(none), reports)[0].Share));
        Assert.Equal((new Amount(3, Qualifier.Exact, 3), null), (TargetProgress.Of(With(idle), reports)[0].Reported, TargetProgress.Of(With(idle), reports)[0].Share));
        Assert.Empty(TargetProgress.Of(Proposal.Targets, reports));
    }
}
