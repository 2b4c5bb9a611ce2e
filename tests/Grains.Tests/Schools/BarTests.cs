using ClusterActors.Academy;
using ClusterActors.Schools;
using School0 = ClusterActors.Tests.Given<ClusterActors.Schools.SchoolState, ClusterActors.Schools.SchoolCommand, ClusterActors.Schools.SchoolEvent>;

namespace ClusterActors.Tests.Schools;

/// <summary>A school keeps every bar that it ever had.</summary>
public sealed class BarTests
{
    private static readonly DateOnly On = Moment.Day("2020-05-04");
    private static readonly Bar Bar = new("a", 2020, BarKind.Complaint, On, new("12-QĐ/UBKT", On), "Đơn khiếu nại");
    private static readonly Lifting Lifting = new("a", 2020, BarKind.Complaint, On, new("30-QĐ/UBKT", On), "Khiếu nại không đúng");

    private static Actor Academy => Who.Grain(AcademyKey.National);

    private static School0 Registered => Given.Nothing(SchoolDecider.Aggregate, new SchoolKey("a")).And(Academy, new SchoolCommand.Register("Trường a", "Tỉnh"));

    private static EquatableList<SchoolBar> BarsOf(School0 given) => Assert.IsType<SchoolState.Registered>(given.State).Bars;

    [Fact]
    public void a_bar_stays_on_record_with_its_lifting_and_another_may_follow()
    {
        var lifted = Registered.And(Academy, new SchoolCommand.ApplyBar(Bar)).And(Academy, new SchoolCommand.ApplyLifting(Lifting));
        Assert.Equal([new SchoolBar(Bar, Lifting)], BarsOf(lifted));
        var again = Bar with { Reason = "Đơn khác" };
        Assert.Equal([new SchoolBar(Bar, Lifting), new SchoolBar(again, null)], BarsOf(lifted.And(Academy, new SchoolCommand.ApplyBar(again))));
    }

    [Fact]
    public void what_is_told_twice_is_there_once()
    {
        var barred = Registered.And(Academy, new SchoolCommand.ApplyBar(Bar));
        Assert.Equal(barred.State, barred.And(Academy, new SchoolCommand.ApplyBar(Bar)).State);
        var lifted = barred.And(Academy, new SchoolCommand.ApplyLifting(Lifting));
        Assert.Equal(lifted.State, lifted.And(Academy, new SchoolCommand.ApplyLifting(Lifting)).State);
    }

    [Fact]
    public void only_the_academy_tells_it()
    {
        foreach (var other in new[] { Who.Official, Who.Principal("a"), Who.Grain(new ClusterKey("8")) })
        {
            Registered.When(other, new SchoolCommand.ApplyBar(Bar)).Refused(RefusalCode.Forbidden);
            Registered.When(other, new SchoolCommand.ApplyLifting(Lifting)).Refused(RefusalCode.Forbidden);
        }
    }
}
