using ClusterActors.Campaigns;
using ClusterActors.Inboxes;
using ClusterActors.Inspections;
using ClusterActors.Tests.Academy;
using Inspection0 = ClusterActors.Tests.Given<ClusterActors.Inspections.InspectionState, ClusterActors.Inspections.InspectionCommand, ClusterActors.Inspections.InspectionEvent>;

namespace ClusterActors.Tests.Inspections;

public sealed class TeamFindingsTests
{
    private static readonly InspectionKey Key = new("8", 2020, "tay-ninh");

    private static readonly InspectionCommand.Assign Assign = new(["dong-nai", "binh-duong"], SampleRegulation.Scores, SampleRegulation.Sheet(), null, Team: 2);

    private static readonly Visit Visit = new("Trường Chính trị Tây Ninh", ["dong-nai", "tay-ninh"]);

    private static readonly InspectionCommand.RecordFindings Record = new(Moment.Day("2020-10-20"), Findings(20), Visit: Visit);

    private static Actor Campaign => Who.Grain(new CampaignKey("8", 2020));

    private static Inspection0 Assigned(int? team = 2) => Given.Nothing(InspectionDecider.Aggregate, Key).And(Campaign, Assign with { Team = team });

    private static EquatableList<Finding> Findings(decimal topics) =>
        SampleRegulation.SheetWith("topics", topics).Select(s => new Finding(s.Criterion, s.Points, topics == 20 ? null : "Thiếu minh chứng")).ToEquatableList();

    private static InspectionView ViewOf(Inspection0 given) => Assert.IsType<InspectionView>(InspectionDecider.Aggregate.View(given.State)!.Document);

    [Fact]
    public void the_lead_records_for_the_team_and_nobody_else_does()
    {
        Assigned().When(Who.Officer("binh-duong"), Record).Refused(RefusalCode.NotTheTeamLead);
        Assigned().When(Who.Officer("tay-ninh"), Record).Refused(RefusalCode.NotAnInspector);
        var found = Assigned().And(Who.Officer("dong-nai"), Record);
        Assert.Equal((2, "dong-nai", Visit, Record.VisitedOn), (ViewOf(found).Team, ViewOf(found).Lead, ViewOf(found).Visit, ViewOf(found).VisitedOn));

        var explained = found.And(Who.Principal("tay-ninh"), new InspectionCommand.ExplainFindings("Đã bổ sung", 1));
        explained.When(Who.Officer("binh-duong"), new InspectionCommand.ConcludeReview(Findings(20))).Refused(RefusalCode.NotTheTeamLead);
        explained.When(Who.Officer("dong-nai"), new InspectionCommand.ConcludeReview(Findings(19))).One<InspectionEvent.ReviewConcluded>();
    }

    [Fact]
    public void in_a_ring_every_inspector_records_and_may_leave_the_visit_out()
    {
        Assigned(null).When(Who.Officer("binh-duong"), Record).One<InspectionEvent.FindingsRecorded>();
        Assigned(null).When(Who.Officer("dong-nai"), Record with { Visit = null }).One<InspectionEvent.FindingsRecorded>();
        Assert.Null(ViewOf(Assigned(null)).Lead);
    }

    [Fact]
    public void who_comes_in_the_place_of_the_lead_leads()
    {
        var changed = Assigned().And(Campaign, new InspectionCommand.ChangeInspectors(["binh-phuoc", "binh-duong"], "Sáp nhập"));
        changed.When(Who.Officer("dong-nai"), Record).Refused(RefusalCode.NotAnInspector);
        changed.When(Who.Officer("binh-phuoc"), Record).Refused(RefusalCode.VisitInvalid);
        changed.When(Who.Officer("binh-phuoc"), Record with { Visit = Visit with { Present = ["binh-phuoc"] } }).One<InspectionEvent.FindingsRecorded>();
    }

    [Fact]
    public void a_team_says_where_it_met_and_which_schools_were_there()
    {
        var given = Assigned();
        given.When(Who.Officer("dong-nai"), Record with { Visit = null }).Refused(RefusalCode.VisitInvalid);
        given.When(Who.Officer("dong-nai"), Record with { Visit = Visit with { Place = " " } }).Refused(RefusalCode.TextInvalid);
        foreach (var present in new EquatableList<string>[] { [], ["tay-ninh"], ["dong-nai", "dong-nai"], ["dong-nai", "Trường"] })
            given.When(Who.Officer("dong-nai"), Record with { Visit = Visit with { Present = present } }).Refused(RefusalCode.VisitInvalid);
        Assigned(null).When(Who.Officer("dong-nai"), Record with { Visit = Visit with { Present = [] } }).Refused(RefusalCode.VisitInvalid);
    }

    [Fact]
    public void a_withdrawn_inspection_has_no_visit() =>
        Assert.Null(ViewOf(Assigned().And(Who.Officer("dong-nai"), Record).And(Campaign, new InspectionCommand.Withdraw("Làm lại"))).Visit);
}
