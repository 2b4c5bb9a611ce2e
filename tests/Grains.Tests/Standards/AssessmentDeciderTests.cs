using System.Text;
using ClusterActors.Academy;
using ClusterActors.Standards;
using static ClusterActors.Tests.Standards.SampleStandard;
using Assessment0 = ClusterActors.Tests.Given<ClusterActors.Standards.AssessmentState, ClusterActors.Standards.AssessmentCommand, ClusterActors.Standards.AssessmentEvent>;

namespace ClusterActors.Tests.Standards;

public sealed class AssessmentDeciderTests
{
    private static readonly AssessmentKey Key = new("lao-cai", "11-qd-tw", 2018);
    private static readonly Actor Standard = Who.Grain(new StandardKey("11-qd-tw"));
    private static readonly Actor Officer = Who.Officer("lao-cai");
    private static readonly Actor Principal = Who.Principal("lao-cai");
    private static readonly DateTimeOffset End = Moment.Noon("2022-11-16");
    private static readonly DecisionReference Decision = new("1234-QĐ/HVCTQG", Moment.Day("2022-11-16"));
    private static readonly AssessmentCommand Recognise = new AssessmentCommand.Recognise(StandardLevel.One, Decision);
    private static readonly AssessmentCommand Refuse = new AssessmentCommand.RefuseDossier(Decision, "Thiếu minh chứng");
    private static readonly AssessmentCommand Withdraw = new AssessmentCommand.WithdrawRecognition(Decision, "Hồ sơ không trung thực");
    private static readonly Merger Merger = new(["lao-cai"], "lao-cai-moi", "3", null, Moment.Day("2022-11-01"), Decision, "Sáp nhập tỉnh");

    private static Assessment0 Nothing => Given.Nothing(AssessmentDecider.Aggregate, Key);

    private static Assessment0 Begun => Nothing.And(Standard, new AssessmentCommand.Begin(Rules));

    private static Assessment0 Stated => Begun.And(Officer, State(LevelOne), End);

    private static Assessment0 Verified => Stated.And(Who.Official, Verify(LevelOne.Confirmed()), End);

    private static Assessment0 Filed => Verified.And(Principal, File(), End);

    private static Assessment0 Recognised => Filed.And(Who.Official, Recognise, End);

    private static Assessment0 Ended => Recognised.And(Who.Grain(new SchoolKey("lao-cai")), new AssessmentCommand.End(Merger), End);

    private static AssessmentCommand State(params EquatableList<StatedValue> values) => new AssessmentCommand.StateValues(values);

    private static AssessmentCommand Verify(params EquatableList<VerifiedValue> values) => new AssessmentCommand.VerifyValues(values);

    private static AssessmentCommand File(StandardLevel level = StandardLevel.One, string on = "2022-10-20") =>
        new AssessmentCommand.FileDossier(level, Moment.Day(on), "45/TTr-TCT");

    private static AssessmentCommand Report(int year = 2022) => new AssessmentCommand.ReportProgress("3", year);

    private static AssessmentView View(Assessment0 given) => (AssessmentView)given.Concept.View(given.State)!.Document;

    private static IEnumerable<(int Met, int Total)> Levels(EquatableList<LevelProgress> progress) => progress.Select(p => (p.Met, p.Total));

    [Fact]
    public void an_assessment_begins_by_the_copy_of_its_standard_and_its_school_hears_of_it()
    {
        var begun = Nothing.When(Standard, new AssessmentCommand.Begin(Rules));

        begun.Events(new AssessmentEvent.Begun("lao-cai", "11-qd-tw", 2018, Rules));
        var message = Assert.Single(begun.Messages());
        Assert.Equal(("school:lao-cai", """{"type":"note-assessment","standard":"11-qd-tw","firstYear":2018}"""), (message.Target, Encoding.UTF8.GetString(message.Payload)));
        foreach (var actor in new[] { Who.Official, Principal, Who.Grain(new StandardKey("396-qd-tw")) })
            Nothing.When(actor, new AssessmentCommand.Begin(Rules)).Refused(RefusalCode.Forbidden);
        Begun.When(Standard, new AssessmentCommand.Begin(Rules)).Refused(RefusalCode.AlreadyExists);
        Nothing.When(Officer, State(LevelOne)).Refused(RefusalCode.NotFound);
    }

    [Fact]
    public void the_school_alone_states_its_values_and_each_fits_its_indicator()
    {
        foreach (var actor in new[] { Who.Official, Who.Officer("son-la"), Who.Visitor("lao-cai") })
            Begun.When(actor, State(LevelOne), End).Refused(RefusalCode.Forbidden);
        Begun.When(Officer, State([]), End).Refused(RefusalCode.ValueInvalid);
        Begun.When(Officer, State(SampleStandard.Stated("unknown", null, 1)), End).Refused(RefusalCode.IndicatorUnknown);
        Begun.When(Officer, State(SampleStandard.Stated("rules", null, 1), SampleStandard.Stated("rules", null, 0)), End).Refused(RefusalCode.IndicatorTwice);
        Begun.When(Officer, State(LevelOne[0] with { Evidence = " " }), End).Refused(RefusalCode.TextInvalid);
        foreach (var wrong in new[]
        {
            SampleStandard.Stated("lecturers", null, 100.5m), SampleStandard.Stated("lecturers", null, -1), SampleStandard.Stated("lecturers", 2020, 80), SampleStandard.Stated("lecturers", null, 80.00001m),
            SampleStandard.Stated("topics", null, 10), SampleStandard.Stated("topics", 2017, 1), SampleStandard.Stated("topics", 2023, 1), SampleStandard.Stated("topics", 2020, 1_000_000_000_001),
            SampleStandard.Stated("rules", null, 0.5m),
        })
            Begun.When(Officer, State(wrong), End).Refused(RefusalCode.ValueInvalid);

        Begun.When(Officer, State(SampleStandard.Stated("topics", 2022, 1)), Moment.Noon("2021-12-31")).Refused(RefusalCode.ValueInvalid);
    }

    [Fact]
    public void what_is_stated_anew_is_another_version_and_no_longer_verified()
    {
        var again = Verified.And(Officer, State(SampleStandard.Stated("rules", null, 1)), End);

        Assert.Equal(new IndicatorValue("rules", null, 1, "Báo cáo số 12", 2, null, null), View(again).Values.Single(v => v.Indicator == "rules"));
        Assert.Equal([(3, 4), (1, 5)], Levels(View(again).Verified));
        again.When(Who.Official, Verify(new VerifiedValue("rules", null, 1, 1)), End).Refused(RefusalCode.ValueChanged);
        Begun.When(Who.Official, Verify(new VerifiedValue("rules", null, 1, 1)), End).Refused(RefusalCode.ValueChanged);
    }

    [Fact]
    public void the_academy_alone_verifies_and_says_why_where_it_finds_otherwise()
    {
        foreach (var actor in new[] { Principal, Who.Auditor, Who.Principal("son-la") })
            Stated.When(actor, Verify(LevelOne.Confirmed()), End).Refused(RefusalCode.Forbidden);
        Stated.When(Who.Official, Verify(new VerifiedValue("rules", null, 1, 0)), End).Refused(RefusalCode.ReasonRequired);
        Stated.When(Who.Official, Verify(new VerifiedValue("rules", null, 1, 0, " ")), End).Refused(RefusalCode.TextInvalid);
        Stated.When(Who.Official, Verify(new VerifiedValue("rules", null, 1, 2, "Sai")), End).Refused(RefusalCode.ValueInvalid);

        var found = Stated.And(Who.Official, Verify(new VerifiedValue("rules", null, 1, 0, "Chưa ban hành")), End);
        Assert.Equal((0m, "Chưa ban hành"), View(found).Values.Where(v => v.Indicator == "rules").Select(v => (v.Verified!.Value, v.Reason!)).Single());
    }

    [Fact]
    public void a_level_is_reached_by_all_its_indicators_and_by_no_average_of_them()
    {
        Assert.Equal([(4, 4), (2, 5)], Levels(View(Stated).Stated));
        Assert.Equal([(0, 4), (0, 5)], Levels(View(Stated).Verified));
        Assert.Equal([true, false], View(Verified).Verified.Select(p => p.Reached));
        Assert.Equal([new("staff", 1, 2), new("research", 1, 3)], View(Verified).Verified[1].Criteria);

        var lessInOneYear = Stated.And(Officer, State(SampleStandard.Stated("masters", 2020, 89.9m), SampleStandard.Stated("masters", 2021, 100)), End);
        Assert.Equal([(3, 4), (1, 5)], Levels(View(lessInOneYear).Stated));
        var two = Stated.And(Officer, State(LevelTwo), End);
        Assert.Equal([(4, 4), (5, 5)], Levels(View(two).Stated));
    }

    [Fact]
    public void a_dossier_is_filed_at_the_end_of_the_window_for_a_level_that_the_schools_own_values_reach()
    {
        Stated.When(Officer, File(), End).Refused(RefusalCode.Forbidden);
        Stated.When(Principal, File(StandardLevel.Two), End).Refused(RefusalCode.StandardNotMet);
        Begun.When(Principal, File(), End).Refused(RefusalCode.StandardNotMet);
        foreach (var day in new[] { "2021-12-31", "2022-11-17" })
            Stated.When(Principal, File(on: day), End).Refused(RefusalCode.DateInvalid);
        Stated.When(Principal, File(on: "2024-01-01"), Moment.Noon("2024-02-01")).Refused(RefusalCode.DateInvalid);
        Stated.And(Principal, File(on: "2023-06-01"), Moment.Noon("2024-02-01"));
        Stated.When(Principal, new AssessmentCommand.FileDossier(StandardLevel.One, Moment.Day("2022-10-20"), ""), End).Refused(RefusalCode.TextInvalid);

        Filed.When(Officer, State(LevelTwo), End).Refused(RefusalCode.WrongPhase);
        Filed.When(Principal, File(), End).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void what_is_not_met_by_verified_values_is_not_recognised()
    {
        var unverified = Stated.And(Principal, File(), End);
        unverified.When(Who.Official, Recognise, End).Refused(RefusalCode.StandardNotMet);
        unverified.And(Who.Official, Verify(LevelOne.Confirmed()), End).And(Who.Official, Recognise, End);
        Filed.When(Who.Official, new AssessmentCommand.Recognise(StandardLevel.Two, Decision), End).Refused(RefusalCode.StandardNotMet);
        Filed.When(Principal, Recognise, End).Refused(RefusalCode.Forbidden);
        Filed.When(Who.Official, new AssessmentCommand.Recognise(StandardLevel.One, Decision with { Number = "" }), End).Refused(RefusalCode.TextInvalid);
        Verified.When(Who.Official, Recognise, End).Refused(RefusalCode.WrongPhase);
        Assert.Equal((StandardLevel.One, AssessmentStage.Recognised), (View(Recognised).Recognised, View(Recognised).Stage));
    }

    [Fact]
    public void a_refused_dossier_can_be_filed_again_and_a_recognition_withdrawn()
    {
        Filed.When(Principal, Refuse, End).Refused(RefusalCode.Forbidden);
        Verified.When(Who.Official, Refuse, End).Refused(RefusalCode.WrongPhase);
        Filed.When(Who.Official, Withdraw, End).Refused(RefusalCode.WrongPhase);
        Recognised.When(Principal, Withdraw, End).Refused(RefusalCode.Forbidden);
        Recognised.When(Who.Official, Verify(LevelOne.Confirmed()), End).Refused(RefusalCode.WrongPhase);

        var withdrawn = Filed.And(Who.Official, Refuse, End).And(Principal, File(on: "2022-11-16"), End).And(Who.Official, Recognise, End).And(Who.Official, Withdraw, End);
        Assert.Equal(
            [AssessmentDecisionKind.Refused, AssessmentDecisionKind.Recognised, AssessmentDecisionKind.Withdrawn], View(withdrawn).Decisions.Select(d => d.Kind));
        Assert.Equal((AssessmentStage.Open, (StandardLevel?)null, (Dossier?)null), (View(withdrawn).Stage, View(withdrawn).Recognised, View(withdrawn).Dossier));
    }

    [Fact]
    public void the_assessment_of_a_merged_school_is_history_and_only_its_recognition_can_still_be_taken_back()
    {
        foreach (var actor in new[] { Who.Official, Principal, Who.Grain(new SchoolKey("son-la")) })
            Recognised.When(actor, new AssessmentCommand.End(Merger), End).Refused(RefusalCode.Forbidden);
        Assert.Equal((StandardLevel.One, Merger), (View(Ended).Recognised, View(Ended).Merger));
        Ended.When(Who.Grain(new SchoolKey("lao-cai")), new AssessmentCommand.End(Merger), End).Refused(RefusalCode.SchoolMerged);
        Ended.When(Officer, State(LevelTwo), End).Refused(RefusalCode.SchoolMerged);
        Ended.When(Officer, Report(), End).Refused(RefusalCode.SchoolMerged);
        Ended.And(Who.Official, Withdraw, End).When(Principal, File(), End).Refused(RefusalCode.SchoolMerged);
    }

    [Fact]
    public void progress_is_what_is_verified_at_that_moment()
    {
        var progress = new AssessmentProgress("lao-cai", "11-qd-tw", 2018, [new(StandardLevel.One, 4, 4), new(StandardLevel.Two, 2, 5)], Moment.Day("2022-11-16"));
        Verified.When(Officer, Report(), End).Events(new AssessmentEvent.ProgressReported("3", 2022, progress));
        var none = progress with { Levels = [new(StandardLevel.One, 0, 4), new(StandardLevel.Two, 0, 5)] };
        Stated.When(Who.Official, Report(), End).Events(new AssessmentEvent.ProgressReported("3", 2022, none));

        Verified.When(Who.Principal("son-la"), Report(), End).Refused(RefusalCode.Forbidden);
        Verified.When(Officer, Report(2017), End).Refused(RefusalCode.YearInvalid);
        Verified.When(Officer, Report(2023), End).Refused(RefusalCode.YearInvalid);
        Verified.When(Officer, new AssessmentCommand.ReportProgress("Cụm 3", 2022), End).Refused(RefusalCode.CodeInvalid);
        Assert.Equal([new("3", 2022, progress)], View(Stated.And(Officer, Report(), End).And(Who.Official, Verify(LevelOne.Confirmed()), End).And(Officer, Report(), End)).Sent);
    }

    [Fact]
    public void what_was_sent_last_of_a_year_stands_whichever_clusters_were_named()
    {
        var sent = new[] { "3", "4", "9" }.Aggregate(Verified.And(Officer, Report(2021), End), (given, cluster) => given.And(Officer, new AssessmentCommand.ReportProgress(cluster, 2022), End));
        Assert.Equal([("3", 2021), ("9", 2022)], View(sent).Sent.Select(s => (s.Cluster, s.Year)));
    }

    [Fact]
    public void dossiers_and_decisions_are_dated_in_the_order_in_which_they_answer_each_other()
    {
        static DecisionReference On(string day) => Decision with { IssuedOn = Moment.Day(day) };
        foreach (var decided in new Func<string, AssessmentCommand>[] { day => new AssessmentCommand.Recognise(StandardLevel.One, On(day)), day => new AssessmentCommand.RefuseDossier(On(day), "Thiếu minh chứng") })
        {
            Filed.When(Who.Official, decided("2022-10-19"), End).Refused(RefusalCode.DateInvalid);
            Filed.And(Who.Official, decided("2022-10-20"), End);
        }

        var refused = Filed.And(Who.Official, Refuse, End);
        refused.When(Principal, File(on: "2022-11-15"), End).Refused(RefusalCode.DateInvalid);
        refused.And(Principal, File(on: "2022-11-16"), End);
        Recognised.When(Who.Official, new AssessmentCommand.WithdrawRecognition(On("2022-11-15"), "Hồ sơ không trung thực"), End).Refused(RefusalCode.DateInvalid);
        Recognised.And(Who.Official, Withdraw, End).When(Principal, File(on: "2022-11-15"), End).Refused(RefusalCode.DateInvalid);
    }
}
