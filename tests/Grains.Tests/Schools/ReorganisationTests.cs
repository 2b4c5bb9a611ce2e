using ClusterActors.Academy;
using ClusterActors.Schools;
using School0 = ClusterActors.Tests.Given<ClusterActors.Schools.SchoolState, ClusterActors.Schools.SchoolCommand, ClusterActors.Schools.SchoolEvent>;

namespace ClusterActors.Tests.Schools;

/// <summary>A school is renamed and merged, and what it was stays with it.</summary>
public sealed class ReorganisationTests
{
    private static readonly DateOnly On = Moment.Day("2020-07-01");
    private static readonly DecisionReference Decision = new("7-QĐ/TU", On);
    private static readonly Merger Merger = new(["quang-binh", "old"], "quang-tri", "btb", null, On, Decision, "Hợp nhất tỉnh");

    private static Actor Academy => Who.Grain(AcademyKey.National);

    private static School0 Registered(string code) => Given.Nothing(SchoolDecider.Aggregate, new SchoolKey(code))
        .And(Academy, new SchoolCommand.Register($"Trường {code}", "Tỉnh"))
        .And(Academy, new SchoolCommand.JoinCluster("5"));

    private static SchoolState.Registered StateOf(School0 given) => Assert.IsType<SchoolState.Registered>(given.State);

    [Fact]
    public void an_old_name_is_kept_with_the_day_until_which_it_was_borne()
    {
        var renaming = new Renaming("Trường Chính trị Lê Duẩn", On, Decision, "Đổi tên");
        var renamed = Registered("quang-tri").When(Academy, new SchoolCommand.ApplyRenaming(renaming, "Quảng Trị")).Events(new SchoolEvent.Renamed(renaming, "Quảng Trị"));
        Assert.Equal((renaming.Name, "Quảng Trị"), (StateOf(renamed).Name, StateOf(renamed).Province));
        Assert.Equal([new FormerSchoolName("Trường quang-tri", "Tỉnh", On, Decision)], StateOf(renamed).FormerNames);
        Registered("quang-tri").When(Who.Official, new SchoolCommand.ApplyRenaming(renaming, "Quảng Trị")).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void people_of_a_merged_school_can_still_be_dismissed()
    {
        var merged = Registered("quang-binh").And(Who.Official, new SchoolCommand.Appoint("an", Role.Principal)).And(Academy, new SchoolCommand.ApplyMerger(Merger));
        Assert.Empty(StateOf(merged.And(Who.Official, new SchoolCommand.Dismiss("an", Role.Principal, "Trường đã sáp nhập"))).People);
    }

    [Fact]
    public void a_merged_school_takes_nobody_in_any_more_and_keeps_its_awards()
    {
        var campaign = Who.Grain(new CampaignKey("5", 2020));
        var merged = Registered("quang-binh")
            .And(campaign, new SchoolCommand.ReserveAward(Award.Flag, 2020))
            .When(Academy, new SchoolCommand.ApplyMerger(Merger)).Events(new SchoolEvent.Merged(Merger));
        Assert.Equal((Merger, null), (StateOf(merged).MergedInto, StateOf(merged).Cluster));
        merged.When(Who.Official, new SchoolCommand.Appoint("an", Role.Principal)).Refused(RefusalCode.SchoolMerged);
        Assert.Null(StateOf(merged.And(Academy, new SchoolCommand.JoinCluster("5"))).Cluster);
        Assert.Equal(AwardState.Granted, Assert.Single(StateOf(merged.And(campaign, new SchoolCommand.ReceiveAward(Award.Flag, 2020, Decision))).Awards).State);
        Registered("quang-binh").When(Who.Grain(new ClusterKey("5")), new SchoolCommand.ApplyMerger(Merger)).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void a_successor_knows_what_it_came_out_of()
    {
        var succeeded = Registered("quang-tri").When(Academy, new SchoolCommand.ApplyMerger(Merger)).Events(new SchoolEvent.Succeeded(Merger));
        Assert.Equal([Merger], StateOf(succeeded).Mergers);
        succeeded.When(Who.Official, new SchoolCommand.Appoint("an", Role.Principal)).One<SchoolEvent.Appointed>();
    }

    [Fact]
    public void a_school_leaves_its_dissolved_cluster_unless_it_is_in_another_already()
    {
        var left = Registered("quang-tri").When(Academy, new SchoolCommand.LeaveCluster("5")).Events(new SchoolEvent.ClusterLeft("5"));
        Assert.Null(StateOf(left).Cluster);
        var elsewhere = Registered("quang-tri").And(Academy, new SchoolCommand.JoinCluster("btb")).And(Academy, new SchoolCommand.LeaveCluster("5"));
        Assert.Equal("btb", StateOf(elsewhere).Cluster);
        Registered("quang-tri").When(Who.Grain(new ClusterKey("5")), new SchoolCommand.LeaveCluster("5")).Refused(RefusalCode.Forbidden);
    }
}
