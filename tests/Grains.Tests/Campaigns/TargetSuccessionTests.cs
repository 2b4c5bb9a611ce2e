using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Statistics;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Academy.SampleRegulation;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using static ClusterActors.Tests.Campaigns.MergerStory;
using static ClusterActors.Tests.Statistics.SampleStatistics;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>What becomes of the plans of schools that are merged: classes, 40 at "tay-ninh", 20 at "dong-nai", 5 at "binh-thuan".</summary>
public sealed class TargetSuccessionTests
{
    private static readonly EquatableList<PlannedValue> AsProposed = [new("tay-ninh", 40), new("dong-nai", 20), new("binh-thuan", 5)];

    private static Campaign0 Proposed(TargetPolicy? policy) => At(Phase.Guided, Ruled(Generous with
    {
        Targets = policy is { } p ? Sourced(p) : null,
        Figures = Sourced(FigurePolicy.PredecessorsCount),
    }) with { Statistics = Rules }).And(Head, new CampaignCommand.ProposePact([.. Proposal.Targets.Take(2), new(3, "Mở lớp", new("lớp", "classes", AsProposed))]));

    private static EquatableList<PlannedValue> PlansOf(Campaign0 given) => ViewOf(given).Targets[2].Measure!.Planned;

    private static CampaignView ViewOf(Campaign0 given) => Assert.IsType<CampaignView>(CampaignDecider.Aggregate.View(given.State)!.Document);

    private static StatisticsView Reported(string school, int classes) =>
        new(school, 2020, Rules.Indicators, [], [new(ReportPeriod.FullYear, 1, [Exactly("classes", classes)], null, null)], false);

    [Fact]
    public void a_successor_that_takes_the_place_plans_what_its_predecessors_did() =>
        Assert.Equal([new("binh-thuan", 5), new(New, 60)], PlansOf(Proposed(TargetPolicy.SuccessorTakesPlan).Merged(New, "tay-ninh", "dong-nai")));

    [Fact]
    public void a_successor_that_is_a_member_plans_it_beside_its_own() =>
        Assert.Equal([new("dong-nai", 20), new("binh-thuan", 45)], PlansOf(Proposed(TargetPolicy.SuccessorTakesPlan).Merged("binh-thuan", "tay-ninh")));

    [Fact]
    public void who_planned_nothing_leaves_nothing() =>
        Assert.Equal(AsProposed, PlansOf(Proposed(TargetPolicy.SuccessorTakesPlan).Merged(New, "binh-phuoc")));

    [Fact]
    public void a_plan_stays_with_the_school_where_the_successor_is_on_no_roll_here_or_the_regulation_says_so_or_says_nothing()
    {
        Assert.Equal(AsProposed, PlansOf(Proposed(TargetPolicy.SuccessorTakesPlan).Merged("elsewhere", "tay-ninh")));
        Assert.Equal(AsProposed, PlansOf(Proposed(TargetPolicy.Stays).Merged(New, "tay-ninh")));
        Assert.Equal(AsProposed, PlansOf(Proposed(null).Merged(New, "tay-ninh")));
    }

    [Fact]
    public void what_was_achieved_until_the_merger_counts_for_who_plans_it_now()
    {
        var reports = new[] { Reported("tay-ninh", 11), Reported("dong-nai", 7), Reported(New, 12) };
        var taken = ViewOf(Proposed(TargetPolicy.SuccessorTakesPlan).Merged(New, "tay-ninh", "dong-nai"));
        var progress = Assert.Single(TargetProgress.Of(taken.Targets, reports, taken.Departed));
        Assert.Equal(new(New, 60, new(30, Qualifier.Exact, 30), ReportPeriod.FullYear, 0.5m, []), progress.Schools[1]);

        var stays = ViewOf(Proposed(TargetPolicy.Stays).Merged(New, "tay-ninh", "dong-nai"));
        Assert.Equal([11, 7, null], TargetProgress.Of(stays.Targets, reports, stays.Departed)[0].Schools.Select(s => s.Reported?.Value));
        var alone = taken.Departed!.Select(d => d with { CountsUntilMerger = false }).ToEquatableList();
        Assert.Equal(12, TargetProgress.Of(taken.Targets, reports, alone)[0].Schools[1].Reported?.Value);
        var later = alone.Select(d => d with { On = new(2021, 2, 1) }).ToEquatableList();
        Assert.Equal(30, TargetProgress.Of(taken.Targets, reports, later)[0].Schools[1].Reported?.Value);
    }

    [Fact]
    public void where_plans_stay_nobody_is_credited_with_what_others_achieved()
    {
        var stays = ViewOf(Proposed(TargetPolicy.Stays).Merged("binh-thuan", "binh-phuoc"));
        var progress = TargetProgress.Of(stays.Targets, [Reported("binh-phuoc", 9), Reported("binh-thuan", 4)], stays.Departed)[0];
        Assert.Equal(4, progress.Schools.Single(s => s.School == "binh-thuan").Reported?.Value);
    }
}
