using ClusterActors.Academy;
using ClusterActors.Clusters;
using ClusterActors.Journal;
using ClusterActors.Schools;
using Academy0 = ClusterActors.Tests.Given<ClusterActors.Academy.AcademyState, ClusterActors.Academy.AcademyCommand, ClusterActors.Academy.AcademyEvent>;

namespace ClusterActors.Tests.Academy;

/// <summary>The Academy bars "a", a member of cluster 8, and lifts the bar.</summary>
public sealed class BarTests
{
    private static readonly DateOnly On = Moment.Day("2020-05-04");
    private static readonly DecisionReference Decision = new("12-QĐ/UBKT", On);

    private static readonly AcademyCommand.BarSchool Bar = new("a", 2020, BarKind.Discipline, On, Decision, "Cảnh cáo tập thể");
    private static readonly AcademyCommand.LiftBar Lift = new("a", 2020, BarKind.Discipline, Moment.Day("2020-09-01"), new("30-QĐ/UBKT", On), "Hết thời hạn");
    private static readonly Bar TheBar = new("a", 2020, BarKind.Discipline, On, Decision, Bar.Reason);
    private static readonly Lifting TheLifting = new("a", 2020, BarKind.Discipline, Lift.On, Lift.Decision, Lift.Reason);

    private static Academy0 Founded => new[] { "a", "b", "c", "d", "new" }
        .Aggregate(
            Given.Nothing(AcademyDecider.Aggregate, AcademyKey.National).And(Who.Grain(AcademyKey.National), new AcademyCommand.AppointOfficial("an")),
            (g, school) => g.And(Who.Official, new AcademyCommand.RegisterSchool(school, $"Trường {school}", "Tỉnh")))
        .And(Who.Official, new AcademyCommand.FormCluster("8", "Cụm 8", ["a", "b"], Reason: "Văn bản không rõ"))
        .And(Who.Official, new AcademyCommand.FormCluster("9", "Cụm 9", ["c", "d"], Reason: "Văn bản không rõ"));

    private static Academy0 Barred => Founded.And(Who.Official, Bar);

    private static IEnumerable<string> BarsToldTo(Then<AcademyState, AcademyCommand, AcademyEvent> then) =>
        then.Messages().Where(m => m.Target.StartsWith("cluster:", StringComparison.Ordinal) && CanonicalJson.Read<ClusterCommand>(m.Payload) is ClusterCommand.ApplyBar).Select(m => m.Target);

    [Fact]
    public void a_bar_is_recorded_and_the_school_and_its_cluster_are_told()
    {
        var then = Founded.When(Who.Official, Bar);
        then.Events(new AcademyEvent.SchoolBarred(TheBar));
        Assert.Equal(["school:a", "cluster:8"], then.Messages().Select(m => m.Target));
        Assert.Equal(new SchoolCommand.ApplyBar(TheBar), CanonicalJson.Read<SchoolCommand>(then.Messages()[0].Payload));
        Assert.Equal(new ClusterCommand.ApplyBar(TheBar), CanonicalJson.Read<ClusterCommand>(then.Messages()[1].Payload));
    }

    [Fact]
    public void a_bar_is_lifted_once_and_can_come_again()
    {
        var then = Barred.When(Who.Official, Lift);
        var lifted = then.Events(new AcademyEvent.BarLifted(TheLifting));
        Assert.Equal(["school:a", "cluster:8"], then.Messages().Select(m => m.Target));
        lifted.When(Who.Official, Lift).Refused(RefusalCode.BarUnknown);
        lifted.When(Who.Official, Bar).One<AcademyEvent.SchoolBarred>();
    }

    [Fact]
    public void one_bar_of_a_kind_is_in_force_in_a_year()
    {
        Barred.When(Who.Official, Bar with { Reason = "Lần nữa" }).Refused(RefusalCode.AlreadyExists);
        Barred.When(Who.Official, Bar with { Kind = BarKind.Complaint }).One<AcademyEvent.SchoolBarred>();
        Barred.When(Who.Official, Bar with { Year = 2021 }).One<AcademyEvent.SchoolBarred>();
        foreach (var other in new[] { Lift with { School = "b" }, Lift with { Year = 2021 }, Lift with { Kind = BarKind.Complaint } })
            Barred.When(Who.Official, other).Refused(RefusalCode.BarUnknown);
    }

    [Fact]
    public void both_are_an_officials_and_documented()
    {
        foreach (var other in new[] { Who.Principal("a"), Who.Auditor, Who.Grain(AcademyKey.National), Who.Grain(new ClusterKey("8")) })
        {
            Founded.When(other, Bar).Refused(RefusalCode.Forbidden);
            Barred.When(other, Lift).Refused(RefusalCode.Forbidden);
        }

        Founded.When(Who.Official, Bar with { School = "nowhere" }).Refused(RefusalCode.SchoolUnknown);
        Founded.When(Who.Official, Bar with { Year = 1990 }).Refused(RefusalCode.YearInvalid);
        Founded.When(Who.Official, Bar with { On = Moment.Day("2200-01-01") }).Refused(RefusalCode.DateInvalid);
        Founded.When(Who.Official, Bar with { Decision = new(" ", On) }).Refused(RefusalCode.TextInvalid);
        Founded.When(Who.Official, Bar with { Reason = "" }).Refused(RefusalCode.TextInvalid);
        Barred.When(Who.Official, Lift with { Reason = "" }).Refused(RefusalCode.TextInvalid);
        Barred.When(Who.Official, Lift with { On = On.AddDays(-1) }).Refused(RefusalCode.DateInvalid);
    }

    [Fact]
    public void a_school_that_moves_brings_its_bars_and_its_old_cluster_still_hears_of_them()
    {
        var transfer = new AcademyCommand.TransferSchool("a", "9", On, Decision, "Điều chỉnh cụm");
        Assert.Equal(["cluster:9"], BarsToldTo(Barred.When(Who.Official, transfer)));
        Assert.Empty(BarsToldTo(Barred.And(Who.Official, Lift).When(Who.Official, transfer)));
        Assert.Equal(["cluster:8", "cluster:9"], BarsToldTo(Founded.And(Who.Official, transfer).When(Who.Official, Bar)));
    }

    [Fact]
    public void a_school_that_comes_into_a_cluster_by_its_formation_or_a_merger_brings_its_bars()
    {
        var founded = Founded.And(Who.Official, Bar with { School = "new" });
        var merged = founded.When(Who.Official, new AcademyCommand.MergeSchools(["c"], "new", On, Decision, "Hợp nhất tỉnh", "9"));
        Assert.Equal(["cluster:9", "cluster:9"], BarsToldTo(merged));
        Assert.IsType<ClusterCommand.ApplyBar>(CanonicalJson.Read<ClusterCommand>(merged.Messages().First(m => m.Target == "cluster:9").Payload));
        var free = Barred.And(Who.Official, new AcademyCommand.DissolveCluster("8", On, Decision, "Thành lập cụm mới"));
        Assert.Equal(["cluster:7"], BarsToldTo(free.When(Who.Official, new AcademyCommand.FormCluster("7", "Cụm 7", ["a", "b"], Reason: "Văn bản không rõ"))));
    }

    [Fact]
    public void a_bar_does_not_pass_to_a_successor_and_is_still_lifted_after_the_merger()
    {
        var merge = new AcademyCommand.MergeSchools(["a"], "c", On, Decision, "Hợp nhất tỉnh");
        Assert.Empty(BarsToldTo(Barred.When(Who.Official, merge)));
        var merged = Barred.And(Who.Official, merge);
        merged.When(Who.Official, Bar with { Kind = BarKind.Complaint }).Refused(RefusalCode.SchoolMerged);
        merged.When(Who.Official, Lift).One<AcademyEvent.BarLifted>();
    }
}
