using ClusterActors.Schools;
using School0 = ClusterActors.Tests.Given<ClusterActors.Schools.SchoolState, ClusterActors.Schools.SchoolCommand, ClusterActors.Schools.SchoolEvent>;

namespace ClusterActors.Tests.Schools;

public sealed class SchoolDeciderTests
{
    private static readonly SchoolCommand.Register Register = new("Trường Chính trị tỉnh Tây Ninh", "Tây Ninh");

    private static School0 New => Given.Nothing(SchoolDecider.Aggregate, new SchoolKey("tay-ninh"));

    private static School0 Registered => New.And(Who.Grain(AcademyKey.National), Register);

    [Fact]
    public void the_academy_registers_a_school() =>
        New.When(Who.Grain(AcademyKey.National), Register).Events(new SchoolEvent.Registered("tay-ninh", Register.Name, Register.Province));

    [Fact]
    public void nobody_else_registers_a_school()
    {
        foreach (var other in new[] { Who.Official, Who.Principal("tay-ninh"), Who.Grain(new ClusterKey("8")), Who.Grain(new SchoolKey("tay-ninh")) })
            New.When(other, Register).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void a_school_is_registered_once() => Registered.When(Who.Grain(AcademyKey.National), Register).Refused(RefusalCode.AlreadyExists);

    [Fact]
    public void the_academy_corrects_a_mistaken_entry_and_nobody_else_does()
    {
        var correct = new SchoolCommand.Correct("Trường Chính trị Tây Ninh", "Tây Ninh", "Sai tên");
        var after = Registered.When(Who.Grain(AcademyKey.National), correct).Events(new SchoolEvent.Corrected(correct.Name, correct.Province, correct.Reason));
        Assert.Equal(correct.Name, Assert.IsType<SchoolState.Registered>(after.State).Name);
        foreach (var other in new[] { Who.Official, Who.Principal("tay-ninh"), Who.Grain(new ClusterKey("8")) })
            Registered.When(other, correct).Refused(RefusalCode.Forbidden);
        New.When(Who.Grain(AcademyKey.National), correct).Refused(RefusalCode.NotFound);
    }

    [Fact]
    public void nobody_gets_a_role_in_a_school_that_is_not_registered() =>
        New.When(Who.Official, new SchoolCommand.Appoint("an", Role.Principal)).Refused(RefusalCode.NotFound);

    [Fact]
    public void officials_and_the_principal_give_roles()
    {
        Registered.When(Who.Official, new SchoolCommand.Appoint("an", Role.Principal)).Events(new SchoolEvent.Appointed("an", Role.Principal));
        Registered.When(Who.Principal("tay-ninh"), new SchoolCommand.Appoint("binh", Role.EmulationOfficer))
            .Events(new SchoolEvent.Appointed("binh", Role.EmulationOfficer));
    }

    [Fact]
    public void nobody_else_gives_roles()
    {
        foreach (var other in new[]
        {
            Who.Officer("tay-ninh"), Who.Visitor("tay-ninh"), Who.Principal("dong-nai"), Who.Grain(AcademyKey.National), Who.Grain(new SchoolKey("tay-ninh")),
        })
            Registered.When(other, new SchoolCommand.Appoint("an", Role.Principal)).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void a_person_holds_a_role_once_but_may_hold_both()
    {
        var given = Registered.And(Who.Official, new SchoolCommand.Appoint("an", Role.Principal));
        given.When(Who.Official, new SchoolCommand.Appoint("an", Role.Principal)).Refused(RefusalCode.AlreadyExists);
        given.When(Who.Official, new SchoolCommand.Appoint("an", Role.EmulationOfficer)).One<SchoolEvent.Appointed>();
    }

    [Theory]
    [InlineData("official")]
    [InlineData("Principal")]
    [InlineData("")]
    public void a_role_that_no_school_has_is_refused(string role) =>
        Registered.When(Who.Official, new SchoolCommand.Appoint("an", role)).Refused(RefusalCode.RoleUnknown);

    [Fact]
    public void a_person_is_named_by_a_code() =>
        Registered.When(Who.Official, new SchoolCommand.Appoint("An Nguyễn", Role.Principal)).Refused(RefusalCode.CodeInvalid);

    [Fact]
    public void the_Academy_tells_the_school_that_it_is_a_member_and_clusters_of_earlier_releases_do()
    {
        foreach (var teller in new[] { Who.Grain(AcademyKey.National), Who.Grain(new ClusterKey("8")) })
        {
            var after = Registered.When(teller, new SchoolCommand.JoinCluster("8")).Events(new SchoolEvent.ClusterJoined("8"));
            Assert.Equal("8", Assert.IsType<SchoolState.Registered>(after.State).Cluster);
        }
    }

    [Fact]
    public void nobody_else_can_tell_it()
    {
        foreach (var other in new[] { Who.Official, Who.Principal("tay-ninh"), Who.Grain(new ClusterKey("9")) })
            Registered.When(other, new SchoolCommand.JoinCluster("8")).Refused(RefusalCode.Forbidden);
    }

    /// <summary>Registration and membership come from two senders, so either may be first; a decision of the Academy is never lost.</summary>
    [Fact]
    public void a_membership_that_arrives_before_the_registration_is_kept()
    {
        var after = New.And(Who.Grain(new ClusterKey("8")), new SchoolCommand.JoinCluster("8")).And(Who.Grain(AcademyKey.National), Register);
        Assert.Equal(new SchoolState.Registered("tay-ninh", Register.Name, Register.Province, "8", []), after.State);
    }
}
