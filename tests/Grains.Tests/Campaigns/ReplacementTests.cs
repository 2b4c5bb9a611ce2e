using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

public sealed class ReplacementTests
{
    private const string Reason = "Trường không cử đoàn kiểm tra";

    private static Campaign0 Drawn => At(Phase.CrossInspection);

    private static InspectionPair Pair => StateOf(Drawn).Inspections[0];

    // Neither inspected by nor inspecting in that team.
    private static string Free => Roll.First(s => s != Pair.Inspected && !StateOf(Drawn).Inspections.Contains(new(s, Pair.Inspected)));

    private static CampaignCommand.ReplaceInspector Replace => new(Pair.Inspected, Pair.Inspector, Free, Appraisal, Reason);

    [Fact]
    public void the_Academy_puts_another_school_in_the_place_of_an_inspector()
    {
        var then = Drawn.When(Who.Official, Replace);
        var after = StateOf(then.Events(new CampaignEvent.InspectorReplaced(Pair.Inspected, Pair.Inspector, Free, Appraisal, Reason)));
        Assert.Contains(new InspectionPair(Free, Pair.Inspected), after.Inspections);
        Assert.DoesNotContain(Pair, after.Inspections);
        Assert.Equal(StateOf(Drawn).Inspections.Count, after.Inspections.Count);
        Assert.Equal([$"inspection:8:2020:{Pair.Inspected}", "cluster:8"], then.Messages().Select(m => m.Target));
        Assert.Equal(new InspectionCommand.ChangeInspectors(after.Inspections.Where(p => p.Inspected == Pair.Inspected).Select(p => p.Inspector).ToEquatableList(), Reason), CanonicalJson.Read<InspectionCommand>(then.Messages()[0].Payload));
        Assert.Equal(new ClusterCommand.NoteInspections(2020, after.Inspections), CanonicalJson.Read<ClusterCommand>(then.Messages()[1].Payload));
    }

    [Fact]
    public void an_inspection_that_ends_before_it_hears_of_a_replacement_is_the_work_of_those_who_inspected()
    {
        var (inspection, key) = (Concluded(Pair.Inspected), new InspectionKey("8", 2020, Pair.Inspected));
        var findings = Assert.IsType<CampaignCommand.ReceiveFindings>(CanonicalJson.Read<CampaignCommand>(Assert.Single(inspection.Messages()).Payload));
        var replaced = Drawn.When(Who.Official, Replace);
        var changed = CanonicalJson.Read<InspectionCommand>(replaced.Messages()[0].Payload);
        inspection.Accepted().When(Who.Grain(Key), changed).Refused(RefusalCode.WrongPhase);

        var received = replaced.Accepted().When(Who.Grain(key), findings);
        received.Events(new CampaignEvent.FindingsReceived(Pair.Inspected, findings.Verified, null, findings.Inspectors));
        Assert.Contains(Pair, StateOf(received.Accepted()).Inspections);
        Assert.DoesNotContain(new InspectionPair(Free, Pair.Inspected), StateOf(received.Accepted()).Inspections);
        Assert.Equal(new ClusterCommand.NoteInspections(2020, StateOf(received.Accepted()).Inspections), CanonicalJson.Read<ClusterCommand>(Assert.Single(received.Messages()).Payload));
    }

    [Fact]
    public void an_inspector_is_not_replaced_once_the_findings_have_come()
    {
        var findings = CanonicalJson.Read<CampaignCommand>(Assert.Single(Concluded(Pair.Inspected).Messages()).Payload);
        var received = Drawn.When(Who.Grain(new InspectionKey("8", 2020, Pair.Inspected)), findings);
        Assert.Null(received.One<CampaignEvent.FindingsReceived>().Inspectors);
        Assert.Empty(received.Messages());
        received.Accepted().When(Who.Official, Replace).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void findings_that_come_after_a_merger_leave_nobody_to_be_chosen_for_them()
    {
        var decided = At(Phase.CrossInspection, MergerStory.Ruled(MergerStory.Generous with { Inspections = SampleRegulation.Sourced(InspectionPolicy.Decided) }));
        var merged = decided.Merged(Roll.First(s => s != Pair.Inspected && s != Pair.Inspector), Pair.Inspector);
        Assert.Contains(StateOf(merged).OpenItems, item => item.School == Pair.Inspected);
        var findings = CanonicalJson.Read<CampaignCommand>(Assert.Single(Concluded(Pair.Inspected).Messages()).Payload);
        var received = StateOf(merged.And(Who.Grain(new InspectionKey("8", 2020, Pair.Inspected)), findings));
        Assert.DoesNotContain(received.OpenItems, item => item.School == Pair.Inspected);
        Assert.Contains(Pair, received.Inspections);
    }

    // By the team that was drawn, in a stream of its own.
    private static Then<InspectionState, InspectionCommand, InspectionEvent> Concluded(string school)
    {
        var c = StateOf(Drawn);
        return Given.Nothing(InspectionDecider.Aggregate, new InspectionKey("8", 2020, school))
            .And(Who.Grain(Key), InspectionSuccession.Assignment(c, c.SheetOf(school)!))
            .And(Who.Officer(Pair.Inspector), new InspectionCommand.RecordFindings(Moment.Day("2020-10-20"), SheetOf(school).Select(s => new Finding(s.Criterion, s.Points)).ToEquatableList()))
            .When(Who.Principal(school), new InspectionCommand.AcknowledgeFindings(1));
    }

    [Fact]
    public void nobody_in_the_cluster_chooses_inspectors()
    {
        foreach (var actor in new[] { Head, Who.Principal(Pair.Inspector), Who.Principal(Pair.Inspected), Cluster })
            Drawn.When(actor, Replace).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void only_who_may_inspect_the_school_comes_in_an_inspectors_place()
    {
        Drawn.When(Who.Official, Replace with { Inspector = Free }).Refused(RefusalCode.InspectorInvalid);
        Drawn.When(Who.Official, Replace with { By = Pair.Inspected }).Refused(RefusalCode.InspectorInvalid);
        Drawn.When(Who.Official, Replace with { By = Pair.Inspector }).Refused(RefusalCode.InspectorInvalid);
        Drawn.When(Who.Official, Replace with { By = "ca-mau" }).Refused(RefusalCode.NotAMember);
        Drawn.When(Who.Official, Replace with { Inspected = "ca-mau" }).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void who_is_in_conflict_with_the_school_does_not_come_in_an_inspectors_place()
    {
        var free = Free;
        var given = Roll.Aggregate(
                At(Phase.SelfScoring).And(Who.Officer(free), new CampaignCommand.DeclareConflict(free, Pair.Inspected, "Tranh chấp")),
                (g, school) => g.And(Who.Officer(school), new CampaignCommand.SubmitSelfScores(school, SheetOf(school))))
            .And(Head, new CampaignCommand.OpenCrossInspection())
            .And(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", CampaignStory.Drawn));
        var inspector = StateOf(given).Inspections.First(p => p.Inspected == Pair.Inspected).Inspector;
        given.When(Who.Official, Replace with { Inspector = inspector, By = free }).Refused(RefusalCode.InspectorInvalid);
    }

    [Fact]
    public void an_inspection_that_has_come_to_its_end_keeps_its_inspectors()
    {
        var concluded = Drawn.And(Who.Grain(new InspectionKey("8", 2020, Pair.Inspected)), new CampaignCommand.ReceiveFindings(Pair.Inspected, SheetOf(Pair.Inspected), 1));
        concluded.When(Who.Official, Replace).Refused(RefusalCode.WrongPhase);
        At(Phase.Ranked).When(Who.Official, Replace).Refused(RefusalCode.WrongPhase);
    }

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void a_replacement_has_a_decision_and_a_reason(string flaw)
    {
        Drawn.When(Who.Official, Replace with { Reason = Texts.Bad[flaw].Text }).Refused(Texts.Bad[flaw].Code);
        Drawn.When(Who.Official, Replace with { Decision = new(Texts.Bad[flaw].Text, Appraisal.IssuedOn) }).Refused(Texts.Bad[flaw].Code);
    }
}
