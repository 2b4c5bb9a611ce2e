using System.Text;
using ClusterActors.Academy;
using ClusterActors.Schools;
using ClusterActors.Standards;
using School0 = ClusterActors.Tests.Given<ClusterActors.Schools.SchoolState, ClusterActors.Schools.SchoolCommand, ClusterActors.Schools.SchoolEvent>;

namespace ClusterActors.Tests.Schools;

/// <summary>What a school knows of its assessments by the national standard.</summary>
public sealed class AssessmentTests
{
    private static readonly Actor Academy = Who.Grain(AcademyKey.National);
    private static readonly AssessmentKey Key = new("lao-cai", "11-qd-tw", 2018);
    private static readonly SchoolCommand Note = new SchoolCommand.NoteAssessment("11-qd-tw", 2018);
    private static readonly Merger Merger = new(["lao-cai"], "lao-cai-moi", "3", null, Moment.Day("2021-02-01"), new("1-QĐ/HVCTQG", Moment.Day("2021-02-01")), "Hợp nhất tỉnh");

    private static School0 Registered => Given.Nothing(SchoolDecider.Aggregate, new SchoolKey("lao-cai")).And(Academy, new SchoolCommand.Register("Trường Chính trị tỉnh Lào Cai", "Lào Cai"));

    [Fact]
    public void a_school_hears_of_its_assessments_from_themselves()
    {
        Registered.When(Who.Grain(Key), Note).Events(new SchoolEvent.AssessmentNoted("11-qd-tw", 2018));
        foreach (var actor in new[] { Who.Official, Who.Principal("lao-cai"), Who.Grain(new AssessmentKey("son-la", "11-qd-tw", 2018)), Who.Grain(new AssessmentKey("lao-cai", "11-qd-tw", 2019)) })
            Registered.When(actor, Note).Refused(RefusalCode.Forbidden);
        Assert.Equal([new("11-qd-tw", 2018)], ((SchoolState.Registered)Registered.And(Who.Grain(Key), Note).State).Assessments);
    }

    [Fact]
    public void they_end_with_the_school_whichever_came_first_and_not_with_its_successor()
    {
        var end = ("assessment:lao-cai:11-qd-tw:2018", Encoding.UTF8.GetString(CanonicalJson.Write<AssessmentCommand>(new AssessmentCommand.End(Merger))));
        var noted = Registered.And(Who.Grain(Key), Note);

        Assert.Equal([end], noted.When(Academy, new SchoolCommand.ApplyMerger(Merger)).Messages().Select(m => (m.Target, Encoding.UTF8.GetString(m.Payload))));
        Assert.Equal([end], Registered.And(Academy, new SchoolCommand.ApplyMerger(Merger)).When(Who.Grain(Key), Note).Messages().Select(m => (m.Target, Encoding.UTF8.GetString(m.Payload))));
        Assert.Empty(noted.When(Academy, new SchoolCommand.ApplyMerger(Merger with { Schools = ["yen-bai"], Successor = "lao-cai" })).Messages());
    }
}
