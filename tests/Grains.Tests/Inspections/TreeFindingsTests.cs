using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Scoring;
using ClusterActors.Tests.Scoring;
using Inspection0 = ClusterActors.Tests.Given<ClusterActors.Inspections.InspectionState, ClusterActors.Inspections.InspectionCommand, ClusterActors.Inspections.InspectionEvent>;

namespace ClusterActors.Tests.Inspections;

public sealed class TreeFindingsTests
{
    private static readonly InspectionKey Key = new("8", 2020, "tay-ninh");

    private static Inspection0 Assigned => Given.Nothing(InspectionDecider.Aggregate, Key)
        .And(Who.Grain(new CampaignKey("8", 2020)), new InspectionCommand.Assign(["dong-nai"], SampleTree.Rules, SampleTree.First, null, 1));

    private static InspectionCommand.RecordFindings Record(EquatableList<Score> found, string? reason = null) => new(Moment.Day("2020-10-20"), Findings(found, reason));

    private static EquatableList<Finding> Findings(EquatableList<Score> found, string? reason = null) =>
        found.Select(s => new Finding(s.Criterion, s.Points, reason, s.Entry)).ToEquatableList();

    [Theory]
    [InlineData("plan", 8.25, false)] // 1 of 10
    [InlineData("plan", 8.24, true)]
    [InlineData("standard", 45, false)] // 5 of 55
    [InlineData("standard", 44, true)]
    [InlineData("papers", 4.5, false)] // 0.5 of 5 entered
    [InlineData("papers", 4.49, true)]
    [InlineData("quality", 2, true)] // another level
    [InlineData("late-reports", 3.3, false)]
    [InlineData("late-reports", 4, true)]
    public void a_reason_is_needed_beyond_a_tenth_of_what_can_be_or_was_entered(string leaf, double number, bool needed)
    {
        var found = SampleTree.First.With(leaf, (decimal)number);
        var then = Assigned.When(Who.Officer("dong-nai"), Record(found));
        if (needed)
            then.Refused(RefusalCode.ReasonRequired);
        else
            then.One<InspectionEvent.FindingsRecorded>();
        Assigned.When(Who.Officer("dong-nai"), Record(found, "Thiếu minh chứng")).One<InspectionEvent.FindingsRecorded>();
    }

    [Fact]
    public void another_target_or_none_needs_a_reason()
    {
        foreach (var entry in new LeafEntry?[] { new(Target: 101), new(), null })
            Assigned.When(Who.Officer("dong-nai"), Record(SampleTree.First.With("classes", 120, entry))).Refused(RefusalCode.ReasonRequired);
        Assigned.When(Who.Officer("dong-nai"), Record(SampleTree.First.With("classes", 0, new(Assigned: false)))).Refused(RefusalCode.ReasonRequired);
        Assigned.When(Who.Officer("dong-nai"), Record(SampleTree.First.With("classes", 120, new(Target: 100, Evidence: ["Sổ lớp"])))).One<InspectionEvent.FindingsRecorded>();
    }

    [Fact]
    public void findings_are_entries_within_the_tree() =>
        Assigned.When(Who.Officer("dong-nai"), Record(SampleTree.First.With("quality", 0, null), "Sai")).Refused(RefusalCode.EntryInvalid);

    [Fact]
    public void what_a_second_review_replaced_goes_to_the_campaign_beside_it()
    {
        var less = SampleTree.First.With("topics", 3);
        var found = Assigned.And(Who.Officer("dong-nai"), Record(less, "Đề tài chưa nghiệm thu"));
        Assert.Equal(new CampaignCommand.ReceiveFindings("tay-ninh", less, 1, null, ["dong-nai"]), Told(found.When(Who.Principal("tay-ninh"), new InspectionCommand.AcknowledgeFindings(1))));
        var explained = found.And(Who.Principal("tay-ninh"), new InspectionCommand.ExplainFindings("Đã nghiệm thu", 1));
        Assert.Equal(
            new CampaignCommand.ReceiveFindings("tay-ninh", SampleTree.First, 1, less, ["dong-nai"]),
            Told(explained.When(Who.Officer("dong-nai"), new InspectionCommand.ConcludeReview(Findings(SampleTree.First)))));
    }

    private static CampaignCommand Told(Then<InspectionState, InspectionCommand, InspectionEvent> then) =>
        CanonicalJson.Read<CampaignCommand>(Assert.Single(then.Messages()).Payload);
}
