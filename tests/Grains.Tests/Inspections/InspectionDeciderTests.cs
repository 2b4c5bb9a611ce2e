using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Tests.Academy;
using Inspection0 = ClusterActors.Tests.Given<ClusterActors.Inspections.InspectionState, ClusterActors.Inspections.InspectionCommand, ClusterActors.Inspections.InspectionEvent>;

namespace ClusterActors.Tests.Inspections;

public sealed class InspectionDeciderTests
{
    private static readonly InspectionKey Key = new("8", 2020, "tay-ninh");

    private static readonly InspectionCommand.Assign Assign = new(["dong-nai", "binh-duong"], SampleRegulation.Scores, SampleRegulation.Sheet(), null);

    private static readonly InspectionCommand.RecordFindings Record = new(Moment.Day("2020-10-20"), Findings());

    private static readonly InspectionCommand.ExplainFindings Explain = new("Minh chứng đã được bổ sung.", 1);

    private static Actor Campaign => Who.Grain(new CampaignKey("8", 2020));

    private static Actor Inspector => Who.Officer("dong-nai");

    private static Actor Inspected => Who.Principal("tay-ninh");

    private static Inspection0 Unassigned => Given.Nothing(InspectionDecider.Aggregate, Key);

    private static Inspection0 Assigned => Unassigned.And(Campaign, Assign);

    private static Inspection0 Found => Assigned.And(Inspector, Record);

    private static Inspection0 Explained => Found.And(Inspected, Explain);

    private static Inspection0 Concluded => Found.And(Inspected, new InspectionCommand.AcknowledgeFindings(1));

    private static EquatableList<Finding> Findings(string criterion = "topics", decimal points = 20, string? reason = null) =>
        SampleRegulation.Sheet().Select(s => s.Criterion == criterion ? new Finding(criterion, points, reason) : new(s.Criterion, s.Points)).ToEquatableList();

    private static EquatableList<Score> Points(EquatableList<Finding> findings) => findings.Select(f => new Score(f.Criterion, f.Points)).ToEquatableList();

    [Fact]
    public void the_campaign_assigns_the_inspectors() =>
        Unassigned.When(Campaign, Assign).Events(new InspectionEvent.Assigned("8", 2020, "tay-ninh", Assign.Inspectors, Assign.Rules, Assign.SelfScores, null));

    [Fact]
    public void nobody_else_assigns_inspectors()
    {
        foreach (var other in new[] { Who.Official, Inspector, Inspected, Who.Grain(new CampaignKey("8", 2021)), Who.Grain(new CampaignKey("9", 2020)), Who.Grain(Key) })
            Unassigned.When(other, Assign).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void inspectors_are_assigned_once() => Assigned.When(Campaign, Assign).Refused(RefusalCode.AlreadyExists);

    [Fact]
    public void an_inspection_that_was_never_assigned_is_not_found()
    {
        Unassigned.When(Inspector, Record).Refused(RefusalCode.NotFound);
        Unassigned.When(Inspected, new InspectionCommand.AcknowledgeFindings(1)).Refused(RefusalCode.NotFound);
        Unassigned.When(Inspected, Explain).Refused(RefusalCode.NotFound);
        Unassigned.When(Inspector, new InspectionCommand.ConcludeReview(Findings())).Refused(RefusalCode.NotFound);
    }

    [Fact]
    public void an_inspector_records_findings_and_until_the_answer_may_record_them_anew()
    {
        var first = Assigned.When(Inspector, Record).Events(new InspectionEvent.FindingsRecorded(Record.VisitedOn, Record.Findings, "dong-nai", Late: false));
        var corrected = Record with { Findings = Findings("topics", 19) };
        first.When(Who.Principal("binh-duong"), corrected).Refused(RefusalCode.ReasonRequired);
        first.When(Who.Principal("binh-duong"), corrected with { Reason = "Đếm sót một đề tài" })
            .Events(new InspectionEvent.FindingsRecorded(Record.VisitedOn, Findings("topics", 19), "binh-duong", Late: false, "Đếm sót một đề tài"));
    }

    [Fact]
    public void nobody_answers_findings_that_were_recorded_anew_meanwhile()
    {
        var anew = Found.And(Inspector, Record with { Findings = Findings("topics", 19), Reason = "Đếm sót một đề tài" });
        anew.When(Inspected, new InspectionCommand.AcknowledgeFindings(1)).Refused(RefusalCode.FindingsChanged);
        anew.When(Inspected, Explain).Refused(RefusalCode.FindingsChanged);
        anew.When(Inspected, new InspectionCommand.AcknowledgeFindings(2)).One<InspectionEvent.FindingsAcknowledged>();
        anew.When(Inspected, Explain with { Recording = 2 }).One<InspectionEvent.FindingsExplained>();
    }

    [Fact]
    public void only_the_inspectors_record_and_review()
    {
        foreach (var other in new[] { Inspected, Who.Officer("ninh-thuan"), Who.Visitor("dong-nai"), Who.Official, Campaign, Who.Grain(new SchoolKey("dong-nai")) })
        {
            Assigned.When(other, Record).Refused(RefusalCode.NotAnInspector);
            Explained.When(other, new InspectionCommand.ConcludeReview(Findings())).Refused(RefusalCode.NotAnInspector);
        }
    }

    [Fact]
    public void only_the_inspected_school_answers()
    {
        foreach (var other in new[] { Inspector, Who.Visitor("tay-ninh"), Who.Official, Campaign, Who.Grain(new SchoolKey("tay-ninh")) })
        {
            Found.When(other, new InspectionCommand.AcknowledgeFindings(1)).Refused(RefusalCode.Forbidden);
            Found.When(other, Explain).Refused(RefusalCode.Forbidden);
        }
    }

    [Fact]
    public void each_step_has_its_stage()
    {
        (Actor, InspectionCommand, Inspection0[])[] wrong =
        [
            (Inspector, Record, [Explained, Concluded]),
            (Inspected, new InspectionCommand.AcknowledgeFindings(1), [Assigned, Explained, Concluded]),
            (Inspected, Explain, [Assigned, Explained, Concluded]),
            (Inspector, new InspectionCommand.ConcludeReview(Findings()), [Assigned, Found, Concluded]),
        ];
        foreach (var (actor, command, stages) in wrong)
            Assert.All(stages, stage => stage.When(actor, command).Refused(RefusalCode.WrongPhase));
    }

    [Fact]
    public void a_difference_beyond_a_tenth_of_the_maximum_needs_a_reason()
    {
        Assigned.When(Inspector, Record with { Findings = Findings("topics", 16.99m) }).Refused(RefusalCode.ReasonRequired);
        Assigned.When(Inspector, Record with { Findings = Findings("topics", 23.01m) }).Refused(RefusalCode.ReasonRequired);
        Assigned.When(Inspector, Record with { Findings = Findings("topics", 17) }).One<InspectionEvent.FindingsRecorded>();
        Assigned.When(Inspector, Record with { Findings = Findings("topics", 23) }).One<InspectionEvent.FindingsRecorded>();
        Assigned.When(Inspector, Record with { Findings = Findings("topics", 0, "Đề tài chưa nghiệm thu") }).One<InspectionEvent.FindingsRecorded>();
        Explained.When(Inspector, new InspectionCommand.ConcludeReview(Findings("topics", 5))).Refused(RefusalCode.ReasonRequired);
    }

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void reasons_and_explanations_are_proper_texts(string flaw)
    {
        var (text, code) = Texts.Bad[flaw];
        Assigned.When(Inspector, Record with { Findings = Findings("topics", 0, text) }).Refused(code);
        Found.When(Inspected, new InspectionCommand.ExplainFindings(text, 1)).Refused(code);
    }

    [Fact]
    public void findings_are_a_whole_sheet_within_the_rules()
    {
        (EquatableList<Finding>, string)[] wrong =
        [
            ([.. Findings().Skip(1)], RefusalCode.CriterionMissing),
            ([.. Findings(), Findings()[0]], RefusalCode.CriterionTwice),
            ([.. Findings(), new("charity", 1)], RefusalCode.CriterionUnknown),
            (Findings("topics", 30.5m, "lý do"), RefusalCode.ScoreAboveMaximum),
            (Findings("topics", -1, "lý do"), RefusalCode.ScoreNegative),
            (Findings("topics", 20.125m), RefusalCode.ScoreTooManyDecimals),
        ];
        foreach (var (findings, code) in wrong)
        {
            Assigned.When(Inspector, Record with { Findings = findings }).Refused(code);
            Explained.When(Inspector, new InspectionCommand.ConcludeReview(findings)).Refused(code);
        }
    }

    [Fact]
    public void a_visit_that_is_still_to_come_is_not_recorded() =>
        Assigned.When(Inspector, Record, Moment.Noon("2020-10-19")).Refused(RefusalCode.DateInvalid);

    [Fact]
    public void an_extended_deadline_is_the_one_that_counts()
    {
        var given = Unassigned.And(Campaign, Assign with { Deadline = SampleRegulation.Deadline(Step.Findings, "2020-11-01", DeadlineEffect.Refuse) });
        given.When(Inspector, Record, Moment.Noon("2020-11-02")).Refused(RefusalCode.DeadlinePassed);
        var extended = given.When(Campaign, new InspectionCommand.ApplyExtension(Moment.Day("2020-11-05"))).Events(new InspectionEvent.DeadlineExtended(Moment.Day("2020-11-05")));
        Assert.False(extended.When(Inspector, Record, Moment.Noon("2020-11-05")).One<InspectionEvent.FindingsRecorded>().Late);
        extended.When(Inspector, Record, Moment.Noon("2020-11-06")).Refused(RefusalCode.DeadlinePassed);
    }

    [Fact]
    public void findings_that_were_late_stay_so_when_they_are_recorded_anew_after_an_extension()
    {
        var given = Unassigned.And(Campaign, Assign with { Deadline = SampleRegulation.Deadline(Step.Findings, "2020-11-01", DeadlineEffect.MarkLate) })
            .When(Inspector, Record, Moment.Noon("2020-11-02")).Accepted()
            .When(Campaign, new InspectionCommand.ApplyExtension(Moment.Day("2020-11-05"))).Accepted()
            .When(Inspector, Record with { Reason = "Ghi nhầm" }, Moment.Noon("2020-11-05")).Accepted();
        Assert.True(Assert.IsType<InspectionState.Assigned>(given.State).Late);
    }

    [Fact]
    public void an_extension_comes_from_the_campaign_and_is_applied_whatever_the_stage()
    {
        foreach (var actor in new[] { Inspector, Inspected, Who.Official, Who.Grain(new CampaignKey("9", 2020)) })
            Assigned.When(actor, new InspectionCommand.ApplyExtension(Moment.Day("2020-11-05"))).Refused(RefusalCode.Forbidden);
        foreach (var given in new[] { Assigned, Found, Explained, Concluded })
            given.When(Campaign, new InspectionCommand.ApplyExtension(Moment.Day("2020-11-05"))).Accepted();
    }

    [Fact]
    public void a_withdrawn_inspection_has_neither_inspectors_nor_findings_until_inspectors_are_drawn_anew()
    {
        var withdraw = new InspectionCommand.Withdraw("Rút thăm lại");
        foreach (var given in new[] { Assigned, Found, Explained, Concluded })
        {
            var withdrawn = given.When(Campaign, withdraw).Events(new InspectionEvent.Withdrawn(withdraw.Reason));
            withdrawn.When(Inspector, Record).Refused(RefusalCode.NotAnInspector);
            withdrawn.When(Inspected, new InspectionCommand.AcknowledgeFindings(1)).Refused(RefusalCode.WrongPhase);
            var again = withdrawn.When(Campaign, Assign with { Inspectors = ["binh-phuoc"], Draw = 2 }).Accepted();
            again.When(Inspector, Record).Refused(RefusalCode.NotAnInspector);
            var i = Assert.IsType<InspectionState.Assigned>(again.State);
            Assert.Equal((InspectionStage.Assigned, 0, null, 2), (i.Stage, i.Findings.Count, i.Explanation, i.Draw));
            again.When(Campaign, Assign).Refused(RefusalCode.AlreadyExists);
        }

        Assigned.When(Who.Official, withdraw).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void what_was_recorded_before_a_withdrawal_cannot_be_answered_after_it()
    {
        var found = Found.And(Campaign, new InspectionCommand.Withdraw("Rút thăm lại")).And(Campaign, Assign).And(Inspector, Record);
        found.When(Inspected, new InspectionCommand.AcknowledgeFindings(1)).Refused(RefusalCode.FindingsChanged);
        found.When(Inspected, new InspectionCommand.AcknowledgeFindings(2)).One<InspectionEvent.FindingsAcknowledged>();
    }

    [Theory]
    [InlineData(DeadlineEffect.MarkLate)]
    [InlineData(DeadlineEffect.Refuse)]
    public void findings_after_the_deadline_are_marked_late_or_refused_as_the_regulation_says(DeadlineEffect effect)
    {
        var given = Unassigned.And(Campaign, Assign with { Deadline = SampleRegulation.Deadline(Step.Findings, "2020-11-01", effect) });
        Assert.False(given.When(Inspector, Record, Moment.Noon("2020-11-01")).One<InspectionEvent.FindingsRecorded>().Late);
        var after = given.When(Inspector, Record, Moment.Noon("2020-11-02"));
        if (effect == DeadlineEffect.MarkLate)
            Assert.True(after.One<InspectionEvent.FindingsRecorded>().Late);
        else
            after.Refused(RefusalCode.DeadlinePassed);
    }

    [Fact]
    public void acknowledged_findings_go_to_the_campaign()
    {
        var then = Found.When(Inspected, new InspectionCommand.AcknowledgeFindings(1));
        then.Events(new InspectionEvent.FindingsAcknowledged());
        AssertTold(then, Findings());
    }

    [Fact]
    public void explained_findings_wait_for_the_second_review_which_is_final()
    {
        var explained = Found.When(Inspected, Explain);
        explained.Events(new InspectionEvent.FindingsExplained(Explain.Explanation));
        Assert.Empty(explained.Messages());

        var then = Explained.When(Inspector, new InspectionCommand.ConcludeReview(Findings("topics", 21)));
        then.Events(new InspectionEvent.ReviewConcluded(Findings("topics", 21), "dong-nai"));
        AssertTold(then, Findings("topics", 21), first: Findings());
    }

    private static void AssertTold(Then<InspectionState, InspectionCommand, InspectionEvent> then, EquatableList<Finding> findings, EquatableList<Finding>? first = null)
    {
        var told = Assert.Single(then.Messages());
        Assert.Equal("campaign:8:2020", told.Target);
        Assert.Equal(new CampaignCommand.ReceiveFindings("tay-ninh", Points(findings), Inspected: first is null ? null : Points(first), Inspectors: Assign.Inspectors), CanonicalJson.Read<CampaignCommand>(told.Payload));
    }
}
