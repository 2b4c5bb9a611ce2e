using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Standards;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Scoring;
using static ClusterActors.Tests.Academy.SampleRegulation;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using static ClusterActors.Tests.Campaigns.MergerStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Progress towards the national standard gives one criterion of a sheet, and the standard gives nothing else.</summary>
public sealed class StandardSchoolTests
{
    private static readonly Actor Assessment = Who.Grain(new AssessmentKey("tay-ninh", "11-qd-tw", 2018));

    // Two of three give 10 of 15, which is what the sample sheet has.
    private static readonly AssessmentProgress Progress = new(
        "tay-ninh", "11-qd-tw", 2018, [new(StandardLevel.One, 2, 3), new(StandardLevel.Two, 1, 7)], Moment.Day("2020-06-30"));

    private static StandardSchoolRules Rules(string criterion = "papers", UnreportedProgress unreported = UnreportedProgress.OwnScore, StandardLevel level = StandardLevel.One) =>
        new(Sourced<EquatableList<string>>(["11-qd-tw"]), Sourced(criterion), Sourced(level), Sourced(unreported));

    private static Regulation Fed(UnreportedProgress unreported = UnreportedProgress.OwnScore, StandardLevel level = StandardLevel.One) =>
        Of(2020) with { StandardSchool = Rules(unreported: unreported, level: level) };

    private static CampaignCommand Note(AssessmentProgress? progress = null) => new CampaignCommand.NoteProgress(progress ?? Progress);

    private static CampaignCommand Submit(decimal papers) => new CampaignCommand.SubmitSelfScores("tay-ninh", SheetWith("papers", papers), "Sửa");

    private static decimal? PointsOf(Campaign0 given) => ((CampaignView)given.Concept.View(given.State)!.Document).StandardProgress!.SingleOrDefault()?.Points;

    [Fact]
    public void an_assessment_and_nobody_else_tells_of_progress_until_the_sheets_are_closed()
    {
        At(Phase.Running, Fed()).When(Assessment, Note()).Events(new CampaignEvent.ProgressNoted(Progress));
        foreach (var actor in new[] { Who.Official, Who.Principal("tay-ninh"), Who.Grain(new AssessmentKey("dong-nai", "11-qd-tw", 2018)), Who.Grain(new AssessmentKey("tay-ninh", "11-qd-tw", 2017)) })
            At(Phase.Running, Fed()).When(actor, Note()).Refused(RefusalCode.Forbidden);
        At(Phase.SelfScoring, Fed()).And(Assessment, Note());
        At(Phase.Drawing, Fed()).When(Assessment, Note()).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void progress_of_a_school_or_a_standard_that_the_year_does_not_know_is_refused()
    {
        At(Phase.Running).When(Assessment, Note()).Refused(RefusalCode.CriterionUnknown);
        At(Phase.Running, Fed()).When(Who.Grain(new AssessmentKey("tay-ninh", "396-qd-tw", 2018)), Note(Progress with { Standard = "396-qd-tw" })).Refused(RefusalCode.CriterionUnknown);
        At(Phase.Running, Fed()).When(Who.Grain(new AssessmentKey("ca-mau", "11-qd-tw", 2018)), Note(Progress with { School = "ca-mau" })).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void the_school_states_what_is_given_and_no_other_number()
    {
        var told = At(Phase.SelfScoring, Fed()).And(Assessment, Note());

        told.When(Who.Officer("tay-ninh"), Submit(11)).Refused(RefusalCode.ScoreGiven);
        told.When(Who.Officer("tay-ninh"), Submit(9.99m)).Refused(RefusalCode.ScoreGiven);
        var handedIn = told.And(Who.Officer("tay-ninh"), Submit(10));
        var more = handedIn.And(Assessment, Note(Progress with { Levels = [new(StandardLevel.One, 3, 3)] }));
        Assert.Equal(10, StateOf(more).SheetOf("tay-ninh")!.SelfScores.Single(s => s.Criterion == "papers").Points);
        more.And(Who.Officer("tay-ninh"), Submit(15));
    }

    [Fact]
    public void who_has_reported_nothing_is_scored_as_the_regulation_says()
    {
        At(Phase.SelfScoring, Fed()).And(Who.Officer("tay-ninh"), Submit(11));
        At(Phase.SelfScoring, Fed(UnreportedProgress.Zero)).When(Who.Officer("tay-ninh"), Submit(11)).Refused(RefusalCode.ScoreGiven);
        At(Phase.SelfScoring, Fed(UnreportedProgress.Zero)).And(Who.Officer("tay-ninh"), Submit(0));
    }

    [Theory]
    [InlineData(StandardLevel.One, 10)]
    [InlineData(StandardLevel.Two, 2.14)]
    public void a_criterion_is_given_the_share_that_is_met_of_its_maximum_rounded_as_scores_are(StandardLevel level, double points) =>
        Assert.Equal((decimal)points, PointsOf(At(Phase.Running, Fed(level: level)).And(Assessment, Note())));

    [Theory]
    [InlineData("standard", 50, 55, 50)]
    [InlineData("standard", 2, 3, 36)]
    [InlineData("discipline", 2, 3, 13.33)]
    public void a_leaf_of_a_tree_is_given_how_many_are_passed_or_points(string leaf, int met, int total, double number) => Assert.Equal(
        (decimal)number,
        PointsOf(At(Phase.Running, SampleTree.Regulation with { StandardSchool = Rules(leaf) }).And(Assessment, Note(Progress with { Levels = [new(StandardLevel.One, met, total)] }))));

    [Fact]
    public void inspectors_find_what_is_given_and_nothing_else()
    {
        var drawn = At(Phase.SelfScoring, Fed()).And(Assessment, Note());
        foreach (var school in Roll)
            drawn = drawn.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, SheetOf(school)));
        var assigned = drawn.And(Head, new CampaignCommand.OpenCrossInspection())
            .When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn)).Messages()
            .Where(m => m.Target.StartsWith("inspection:", StringComparison.Ordinal))
            .ToDictionary(m => m.Target, m => (InspectionCommand.Assign)CanonicalJson.Read<InspectionCommand>(m.Payload), StringComparer.Ordinal);
        Assert.Equal([new("papers", 10)], assigned["inspection:8:2020:tay-ninh"].Given);
        Assert.Null(assigned["inspection:8:2020:dong-nai"].Given);

        var inspection = Given.Nothing(InspectionDecider.Aggregate, new InspectionKey("8", 2020, "tay-ninh")).And(Who.Grain(Key), assigned["inspection:8:2020:tay-ninh"]);
        var inspector = Who.Officer(assigned["inspection:8:2020:tay-ninh"].Inspectors[0]);
        inspection.When(inspector, Found(9)).Refused(RefusalCode.ScoreGiven);
        var explained = inspection.And(inspector, Found(10)).And(Who.Principal("tay-ninh"), new InspectionCommand.ExplainFindings("Đã bổ sung", 1));
        explained.When(inspector, new InspectionCommand.ConcludeReview(Findings(15))).Refused(RefusalCode.ScoreGiven);
        explained.And(inspector, new InspectionCommand.ConcludeReview(Findings(10)));
    }

    // Under Zero a school that has reported nothing is given nothing: the heir must not be taken for one.
    [Theory]
    [InlineData(UnreportedProgress.Zero)]
    [InlineData(UnreportedProgress.OwnScore)]
    public void who_inherits_a_sheet_is_given_what_was_given_for_it(UnreportedProgress unreported)
    {
        var assigned = Assigned(Inspected(unreported).When(Cluster, Into(New, "tay-ninh")));
        Assert.Equal([new("papers", 10)], assigned.Given);
        Assert.Equal(10, assigned.SelfScores.Single(s => s.Criterion == "papers").Points);
    }

    [Fact]
    public void who_gets_a_sheet_by_decision_is_given_what_was_given_for_it()
    {
        var merged = Inspected(UnreportedProgress.Zero).Merged(New, "tay-ninh", "dong-nai");
        var item = StateOf(merged).OpenItems.Single(i => i.Kind == OpenItemKind.Sheet);
        var settle = new CampaignCommand.SettleItem(item.Number, "tay-ninh", Decision, "Trường lớn hơn");
        Assert.Equal([new("papers", 10)], Assigned(merged.When(Who.Official, settle)).Given);
        Assert.Equal([new("papers", 0)], Assigned(merged.When(Who.Official, settle with { School = "dong-nai" })).Given);
    }

    [Fact]
    public void who_has_reported_on_its_own_is_held_to_that_and_a_school_without_a_sheet_passes_nothing_on()
    {
        var told = Told(UnreportedProgress.Zero);
        Assert.DoesNotContain(StateOf(told.Merged(New, "tay-ninh")).StandardProgress, p => p.School == New);

        var two = new[] { "tay-ninh", "dong-nai" }.Aggregate(told, HandIn).Merged(New, "tay-ninh", "dong-nai");
        var own = Progress with { School = New, Levels = [new(StandardLevel.One, 1, 3)] };
        var item = Assert.Single(StateOf(two).OpenItems).Number;
        var settled = two.And(Who.Grain(new AssessmentKey(New, "11-qd-tw", 2018)), Note(own)).And(Who.Official, new CampaignCommand.SettleItem(item, "tay-ninh", Decision, "Trường lớn hơn"));
        Assert.Equal(own, StateOf(settled).StandardProgress.Single(p => p.School == New));
    }

    [Fact]
    public void the_academy_alone_corrects_what_was_given_by_a_decision_after_the_ranking()
    {
        var ranked = Roll
            .Aggregate(Inspected(UnreportedProgress.Zero), (given, school) => given.And(Who.Grain(new InspectionKey("8", 2020, school)), new CampaignCommand.ReceiveFindings(school, GivenSheetOf(school))))
            .And(Head, new CampaignCommand.FixRanking());
        var correct = new CampaignCommand.CorrectScores("tay-ninh", SheetWith("papers", 9), Appraisal, "Thẩm định sai một chỉ tiêu");
        ranked.When(Head, correct).Refused(RefusalCode.Forbidden);
        Assert.Equal(9, StateOf(ranked.And(Who.Official, correct)).SheetOf("tay-ninh")!.Verified.Single(s => s.Criterion == "papers").Points);
    }

    public static TheoryData<string> Flaws => new(Flawed.Keys);

    private static Dictionary<string, Regulation> Flawed => new(StringComparer.Ordinal)
    {
        ["no source"] = With(Rules() with { Level = new(StandardLevel.One, " ") }),
        ["no standard"] = With(Rules() with { Standards = Sourced<EquatableList<string>>([]) }),
        ["a standard twice"] = With(Rules() with { Standards = Sourced<EquatableList<string>>(["a", "a"]) }),
        ["no code of a standard"] = With(Rules() with { Standards = Sourced<EquatableList<string>>(["11-QĐ/TW"]) }),
        ["no criterion"] = With(Rules("unknown")),
        ["a bonus"] = With(Rules("contest")),
        ["a penalty"] = With(Rules("late-reports")),
        ["a leaf that is counted"] = SampleTree.Regulation with { StandardSchool = Rules("topics") },
        ["a branch"] = SampleTree.Regulation with { StandardSchool = Rules("culture") },
    };

    [Theory]
    [MemberData(nameof(Flaws))]
    public void what_the_standard_cannot_feed_is_no_regulation(string flaw) => Assert.Equal(RefusalCode.RegulationInvalid, RegulationRules.Check(Flawed[flaw])?.Code);

    [Fact]
    public void it_feeds_base_points_that_are_assessed_or_a_count_of_what_is_passed()
    {
        Assert.Null(RegulationRules.Check(Fed()));
        foreach (var leaf in new[] { "standard", "discipline" })
            Assert.Null(RegulationRules.Check(SampleTree.Regulation with { StandardSchool = Rules(leaf) }));
    }

    private static Regulation With(StandardSchoolRules rules) => Of(2020) with { StandardSchool = rules };

    private static Campaign0 Told(UnreportedProgress unreported) => At(Phase.SelfScoring, Fed(unreported) with { Membership = Generous }).And(Assessment, Note());

    private static Campaign0 Inspected(UnreportedProgress unreported) => Roll.Aggregate(Told(unreported), HandIn)
        .And(Head, new CampaignCommand.OpenCrossInspection())
        .And(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn));

    private static Campaign0 HandIn(Campaign0 given, string school) => given.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, GivenSheetOf(school)));

    private static EquatableList<Score> GivenSheetOf(string school) => SheetWith("papers", school == "tay-ninh" ? 10 : 0);

    private static InspectionCommand.Assign Assigned(Then<CampaignState, CampaignCommand, CampaignEvent> then) =>
        (InspectionCommand.Assign)CanonicalJson.Read<InspectionCommand>(then.Messages().Single(m => m.Target == "inspection:8:2020:new").Payload);

    private static InspectionCommand Found(decimal papers) => new InspectionCommand.RecordFindings(Moment.Day("2020-10-20"), Findings(papers));

    private static EquatableList<Finding> Findings(decimal papers) =>
        SheetOf("tay-ninh").Select(s => new Finding(s.Criterion, s.Criterion == "papers" ? papers : s.Points, "Theo hồ sơ")).ToEquatableList();
}
