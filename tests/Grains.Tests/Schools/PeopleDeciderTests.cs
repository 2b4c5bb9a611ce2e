using System.Globalization;
using ClusterActors.Schools;
using School0 = ClusterActors.Tests.Given<ClusterActors.Schools.SchoolState, ClusterActors.Schools.SchoolCommand, ClusterActors.Schools.SchoolEvent>;

namespace ClusterActors.Tests.Schools;

public sealed class PeopleDeciderTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2020-05-04T03:00:00Z", CultureInfo.InvariantCulture);

    private static readonly Substitution Away = new("binh", new(2020, 5, 4), new(2020, 5, 20), "12/UQ");

    private static School0 School => Given.Nothing(SchoolDecider.Aggregate, new SchoolKey("tay-ninh"))
        .And(Who.Grain(AcademyKey.National), new SchoolCommand.Register("Trường Chính trị tỉnh Tây Ninh", "Tây Ninh"))
        .And(Who.Official, new SchoolCommand.Appoint("an", Role.Principal));

    [Fact]
    public void who_leaves_holds_the_role_no_more_and_may_get_it_again()
    {
        var left = School.When(Who.Official, new SchoolCommand.Dismiss("an", Role.Principal, "Nghỉ hưu"))
            .Events(new SchoolEvent.Dismissed("an", Role.Principal, "Nghỉ hưu"));
        Assert.Empty(Assert.IsType<SchoolState.Registered>(left.State).People);
        School.And(Who.Official, new SchoolCommand.Dismiss("an", Role.Principal, "Nhầm")).When(Who.Official, new SchoolCommand.Appoint("an", Role.Principal))
            .Events(new SchoolEvent.Appointed("an", Role.Principal));
    }

    [Fact]
    public void who_does_not_hold_a_role_is_not_dismissed_from_it()
    {
        School.When(Who.Official, new SchoolCommand.Dismiss("an", Role.EmulationOfficer, "Nhầm")).Refused(RefusalCode.RoleNotHeld);
        School.When(Who.Official, new SchoolCommand.WithdrawSubstitute("an", "Nhầm")).Refused(RefusalCode.RoleNotHeld);
    }

    [Fact]
    public void nobody_is_dismissed_without_a_reason() =>
        School.When(Who.Official, new SchoolCommand.Dismiss("an", Role.Principal, " ")).Refused(RefusalCode.TextInvalid);

    [Fact]
    public void a_substitute_signs_on_the_days_of_the_authorisation_alone()
    {
        Assert.False(Away.Covers(new(2020, 5, 3)));
        Assert.True(Away.Covers(new(2020, 5, 4)) && Away.Covers(new(2020, 5, 20)));
        Assert.False(Away.Covers(new(2020, 5, 21)));
    }

    [Fact]
    public void the_principal_or_an_official_authorises_a_substitute_and_takes_it_back()
    {
        foreach (var who in new[] { Who.Principal("tay-ninh"), Who.Official })
        {
            var authorised = School.And(who, new SchoolCommand.AuthoriseSubstitute(Away), Now);
            Assert.Equal([Away], Assert.IsType<SchoolState.Registered>(authorised.State).Substitutes);
            var back = authorised.When(who, new SchoolCommand.WithdrawSubstitute("binh", "Đã về")).Events(new SchoolEvent.SubstituteWithdrawn("binh", "Đã về"));
            Assert.Empty(Assert.IsType<SchoolState.Registered>(back.State).Substitutes);
        }
    }

    [Fact]
    public void a_later_authorisation_takes_the_place_of_the_earlier_one()
    {
        var longer = Away with { Last = new(2020, 6, 1) };
        var state = School.And(Who.Official, new SchoolCommand.AuthoriseSubstitute(Away), Now).And(Who.Official, new SchoolCommand.AuthoriseSubstitute(longer), Now).State;
        Assert.Equal([longer], Assert.IsType<SchoolState.Registered>(state).Substitutes);
    }

    [Fact]
    public void nobody_but_the_principal_and_officials_decides_on_people()
    {
        foreach (var other in new[] { Who.Officer("tay-ninh"), Who.Substitute("tay-ninh"), Who.Principal("dong-nai"), Who.Auditor, Who.Grain(AcademyKey.National) })
        {
            School.When(other, new SchoolCommand.Dismiss("an", Role.Principal, "Nhầm")).Refused(RefusalCode.Forbidden);
            School.When(other, new SchoolCommand.AuthoriseSubstitute(Away), Now).Refused(RefusalCode.Forbidden);
            School.When(other, new SchoolCommand.WithdrawSubstitute("binh", "Nhầm")).Refused(RefusalCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("2020-05-20", "2020-05-19")]
    [InlineData("2020-04-01", "2020-05-03")]
    public void days_that_cannot_be_are_refused(string first, string last) => School
        .When(Who.Official, new SchoolCommand.AuthoriseSubstitute(Away with { First = DateOnly.Parse(first, CultureInfo.InvariantCulture), Last = DateOnly.Parse(last, CultureInfo.InvariantCulture) }), Now)
        .Refused(RefusalCode.TermInvalid);

    [Fact]
    public void nobody_is_made_substitute_for_good() =>
        School.When(Who.Official, new SchoolCommand.Appoint("binh", Role.Substitute)).Refused(RefusalCode.RoleUnknown);
}
