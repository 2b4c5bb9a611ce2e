using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Scoring;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Scoring;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>A year whose scorecard is a tree: "ninh-thuan" and "binh-thuan" hand in the sheets of <see cref="EvaluationTests"/>, all others the third.</summary>
public sealed class TreeYearTests
{
    private static readonly InspectionKey Inspection = new("8", 2020, "tay-ninh");

    private static EquatableList<Score> LeavesOf(string school) => school switch
    {
        "ninh-thuan" => SampleTree.First,
        "binh-thuan" => SampleTree.Second,
        _ => SampleTree.Third,
    };

    private static Campaign0 Opened => At(Phase.SelfScoring, SampleTree.Regulation);

    private static Campaign0 HandedIn => Roll.Aggregate(Opened, (g, school) => g.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, LeavesOf(school))));

    private static Campaign0 Drawn0 => HandedIn
        .And(Head, new CampaignCommand.OpenCrossInspection())
        .And(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn));

    // The inspectors have taken one topic from "ninh-thuan", and given it back in a second review.
    private static Campaign0 Inspected => Roll.Aggregate(Drawn0, (g, school) => g.And(Who.Grain(Inspection with { School = school }), new CampaignCommand.ReceiveFindings(
        school, LeavesOf(school), 1, school == "ninh-thuan" ? SampleTree.First.With("topics", 3) : null)));

    private static Campaign0 Ranked => Inspected.And(Head, new CampaignCommand.FixRanking());

    private static CampaignView ViewOf(Campaign0 given) => Assert.IsType<CampaignView>(CampaignDecider.Aggregate.View(given.State)!.Document);

    private static SheetView SheetOf0(Campaign0 given, string school) => ViewOf(given).Sheets.Single(s => s.School == school);

    [Fact]
    public void a_school_enters_numbers_and_what_belongs_to_them()
    {
        var sheet = SampleTree.First.With("topics", 4, new(EstimatedMonths: [12], Evidence: ["QĐ 12/QĐ-TCT"]));
        var submitted = Opened.When(Who.Officer("tay-ninh"), new CampaignCommand.SubmitSelfScores("tay-ninh", sheet)).Events(new CampaignEvent.SelfScoresSubmitted("tay-ninh", sheet, false));
        Assert.True(SheetOf0(submitted, "tay-ninh").Layers![0].Nodes.Single(n => n.Code == "topics").Estimated);
        Opened.When(Who.Officer("tay-ninh"), new CampaignCommand.SubmitSelfScores("tay-ninh", sheet.With("quality", 0))).Refused(RefusalCode.EntryInvalid);
        Opened.When(Who.Officer("tay-ninh"), new CampaignCommand.SubmitSelfScores("tay-ninh", sheet.With("topics", 4, new(EstimatedMonths: [6])))).Refused(RefusalCode.EstimateNotAllowed);
    }

    [Fact]
    public void the_ranking_is_what_the_tree_comes_to()
    {
        var ranking = StateOf(Ranked).Ranking;
        Assert.Equal((1, "binh-thuan", 101m), (ranking[0].Rank, ranking[0].School, ranking[0].Total));
        Assert.Equal((2, "ninh-thuan", 95.39m), (ranking[1].Rank, ranking[1].School, ranking[1].Total));
        Assert.All(ranking.Skip(2), row => Assert.Equal((3, 35.5m), (row.Rank, row.Total)));
    }

    [Fact]
    public void each_layer_shows_its_total_and_how_every_node_came_to_it()
    {
        var sheet = SheetOf0(Ranked, "ninh-thuan");
        Assert.Equal([(ScoreLayer.Self, 95.39m), (ScoreLayer.Inspected, 90.39m), (ScoreLayer.Final, 95.39m)], sheet.Layers!.Select(l => (l.Layer, l.Total)));
        Assert.Equal(95.39m, sheet.SelfTotal);
        var self = sheet.Layers![0];
        Assert.Equal((8m, 1.5m), (self.Bonus, self.Penalty));
        Assert.Equal(SampleTree.Root.All().Select(n => n.Code), self.Nodes.Select(n => n.Code));
        Assert.Equal(new("papers", 20, 25), self.Nodes.Single(n => n.Code == "papers"));
        Assert.Equal(new("classes", 8.4m, Best: 0.5m), self.Nodes.Single(n => n.Code == "classes"));
        Assert.Equal(new("classes", null), SheetOf0(Ranked, "tay-ninh").Layers![0].Nodes.Single(n => n.Code == "classes"));
    }

    [Fact]
    public void no_layer_is_final_before_the_ranking_and_none_is_inspected_before_the_inspection()
    {
        Assert.Equal([ScoreLayer.Self], SheetOf0(Drawn0, "ninh-thuan").Layers!.Select(l => l.Layer));
        Assert.Equal([ScoreLayer.Self, ScoreLayer.Inspected], SheetOf0(Inspected, "ninh-thuan").Layers!.Select(l => l.Layer));
    }

    [Fact]
    public void a_correction_is_a_layer_of_its_own_and_may_move_others_that_are_measured_by_it()
    {
        var correct = new CampaignCommand.CorrectScores("binh-thuan", SampleTree.Second.With("classes", 120, new(Target: 100)), Appraisal, "Nhầm số lớp");
        var corrected = Ranked.And(Who.Official, correct);
        var other = SheetOf0(corrected, "ninh-thuan").Layers!;
        Assert.Equal([ScoreLayer.Self, ScoreLayer.Inspected, ScoreLayer.Final, ScoreLayer.Appraised], other.Select(l => l.Layer));
        Assert.Equal((95.39m, 98.99m), (other[2].Total, other[3].Total)); // 120 of 100 leads now: 12 and not 8.4
        Assert.Equal(98.99m, StateOf(corrected).Ranking.Single(r => r.School == "ninh-thuan").Total);
        var again = SheetOf0(corrected.And(Who.Official, correct with { Scores = SampleTree.Second, Reason = "Số cũ là đúng" }), "binh-thuan").Layers!;
        Assert.Equal([101m, 101m, 101m, 101m], again.Select(l => l.Total));
    }

    [Fact]
    public void returned_findings_are_no_layer()
    {
        var returned = Inspected.And(Who.Official, new CampaignCommand.ReturnPhase(Phase.CrossInspection, "Rút thăm lại"));
        Assert.Equal([ScoreLayer.Self], SheetOf0(returned, "ninh-thuan").Layers!.Select(l => l.Layer));
        Assert.Null(StateOf(returned).SheetOf("ninh-thuan")!.Inspected);
    }

    [Fact]
    public void advisory_columns_stand_beside_the_ranking_and_change_nothing_of_it()
    {
        Assert.Null(ViewOf(Drawn0).Advisory);
        var advisory = ViewOf(Ranked).Advisory!;
        Assert.Equal(Roll.Order(StringComparer.Ordinal), advisory.Select(a => a.School).Order(StringComparer.Ordinal));
        var inspected = advisory.Single(a => a.School == "ninh-thuan");
        Assert.Equal((-5m, 0.909091m), (inspected.Adjustment, inspected.Agreement)); // one topic; 10 of 11 leaves
        foreach (var row in advisory)
        {
            // Two schools each, -5 for one of them; -5/7 over all.
            var strict = StateOf(Ranked).Inspections.Any(p => p.Inspector == row.School && p.Inspected == "ninh-thuan");
            Assert.Equal(strict ? -1.785714m : 0.714286m, row.InspectorEffect);
            Assert.False(row.Deviates);
        }

        var agreed = Roll.Aggregate(Drawn0, (g, school) => g.And(Who.Grain(Inspection with { School = school }), new CampaignCommand.ReceiveFindings(school, LeavesOf(school), 1)));
        Assert.Equal(StateOf(Ranked).Ranking, StateOf(agreed.And(Head, new CampaignCommand.FixRanking())).Ranking);
    }

    [Fact]
    public void a_year_of_flat_criteria_has_the_same_layers_and_advice_and_no_nodes()
    {
        var drawn = At(Phase.CrossInspection);
        Assert.Equal([ScoreLayer.Self], SheetOf0(drawn, "ninh-thuan").Layers!.Select(l => l.Layer));
        Assert.Null(ViewOf(drawn).Advisory);
        var ranked = Roll.Aggregate(drawn, (g, school) => g.And(Who.Grain(Inspection with { School = school }), new CampaignCommand.ReceiveFindings(
            school, SheetOf(school), 1, school == "ninh-thuan" ? SampleRegulation.Sheet(8.5m) : null))).And(Head, new CampaignCommand.FixRanking());
        var layers = SheetOf0(ranked, "ninh-thuan").Layers!;
        Assert.Equal([(ScoreLayer.Self, 92.5m), (ScoreLayer.Inspected, 91.5m), (ScoreLayer.Final, 92.5m)], layers.Select(l => (l.Layer, l.Total)));
        Assert.All(layers, l => Assert.Equal((3m, 0m, 0), (l.Bonus, l.Penalty, l.Nodes.Count)));
        var advice = ViewOf(ranked).Advisory!.Single(a => a.School == "ninh-thuan");
        Assert.Equal((-1m, 0.857143m), (advice.Adjustment, advice.Agreement)); // 6 of 7 criteria
    }
}
