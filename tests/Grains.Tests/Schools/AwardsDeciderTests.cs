using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Schools;
using School0 = ClusterActors.Tests.Given<ClusterActors.Schools.SchoolState, ClusterActors.Schools.SchoolCommand, ClusterActors.Schools.SchoolEvent>;

namespace ClusterActors.Tests.Schools;

/// <summary>No achievement has two awards, whoever grants them and in whatever order.</summary>
public sealed class AwardsDeciderTests
{
    private static readonly DecisionReference Decision = new("1203-QĐ/HVCTQG", Moment.Day("2020-11-12"));

    private static readonly SchoolCommand.ReserveAward Reserve = new(Award.Flag, 2020);

    private static readonly SchoolCommand.ReceiveAward Receive = new(Award.Flag, 2020, Decision);

    private static readonly SchoolCommand.LoseAward Lose = new(Award.Flag, 2020, Decision, "Thành tích không đúng");

    private static Actor Campaign => Who.Grain(new CampaignKey("8", 2020));

    private static School0 Registered => Given.Nothing(SchoolDecider.Aggregate, new SchoolKey("tay-ninh"))
        .And(Who.Grain(AcademyKey.National), new SchoolCommand.Register("Trường Chính trị tỉnh Tây Ninh", "Tây Ninh"));

    private static School0 Reserved => Registered.And(Campaign, Reserve);

    private static School0 Granted => Reserved.And(Campaign, Receive);

    private static CampaignCommand Told(Then<SchoolState, SchoolCommand, SchoolEvent> then, string campaign = "campaign:8:2020")
    {
        var told = Assert.Single(then.Messages());
        Assert.Equal(campaign, told.Target);
        return CanonicalJson.Read<CampaignCommand>(told.Payload);
    }

    private static AwardState Only(School0 given) => Assert.Single(Assert.IsType<SchoolState.Registered>(given.State).Awards).State;

    [Fact]
    public void a_campaign_year_keeps_a_place_and_is_told_so()
    {
        var then = Registered.When(Campaign, Reserve);
        Assert.Equal(AwardState.Reserved, Only(then.Events(new SchoolEvent.AwardReserved("8", 2020, Award.Flag))));
        Assert.Equal(new CampaignCommand.NoteReservation(Award.Flag, "tay-ninh", true), Told(then));
    }

    [Theory]
    [InlineData("8", Award.Certificate)]
    [InlineData("8", Award.Flag)]
    [InlineData("9", Award.Flag)]
    public void while_a_place_is_kept_or_an_award_held_no_other_gets_one_for_that_year(string cluster, Award award)
    {
        foreach (var given in new[] { Reserved, Granted })
        {
            var then = given.When(Who.Grain(new CampaignKey(cluster, 2020)), new SchoolCommand.ReserveAward(award, 2020));
            then.Events(new SchoolEvent.AwardBarred(cluster, 2020, award));
            Assert.Equal(new CampaignCommand.NoteReservation(award, "tay-ninh", false), Told(then, $"campaign:{cluster}:2020"));
        }
    }

    [Fact]
    public void another_year_is_another_achievement() =>
        Granted.When(Who.Grain(new CampaignKey("8", 2021)), new SchoolCommand.ReserveAward(Award.Flag, 2021)).One<SchoolEvent.AwardReserved>();

    [Fact]
    public void the_granted_award_stands_with_its_decision_and_a_revoked_one_leaves_the_achievement_free()
    {
        Assert.Equal(AwardState.Granted, Only(Granted));
        var revoked = Granted.When(Campaign, Lose).Events(new SchoolEvent.AwardRevoked(Award.Flag, 2020, Decision, Lose.Reason));
        Assert.Equal(AwardState.Revoked, Only(revoked));
        var again = revoked.And(Campaign, Reserve).And(Campaign, Receive);
        Assert.Equal([AwardState.Revoked, AwardState.Granted], Assert.IsType<SchoolState.Registered>(again.State).Awards.Select(a => a.State));
    }

    [Fact]
    public void nothing_is_received_without_a_place_and_nothing_lost_that_is_not_held()
    {
        Registered.When(Campaign, Receive).Refused(RefusalCode.AwardNotHeld);
        Granted.When(Campaign, Receive).Refused(RefusalCode.AwardNotHeld);
        Reserved.When(Campaign, Lose).Refused(RefusalCode.AwardNotHeld);
    }

    [Fact]
    public void only_that_campaign_year_asks_grants_and_revokes()
    {
        foreach (var other in new[] { Who.Official, Who.Principal("tay-ninh"), Who.Grain(new CampaignKey("8", 2021)), Who.Grain(new ClusterKey("8")), Who.Grain(AcademyKey.National) })
        {
            Registered.When(other, Reserve).Refused(RefusalCode.Forbidden);
            Reserved.When(other, Receive).Refused(RefusalCode.Forbidden);
            Granted.When(other, Lose).Refused(RefusalCode.Forbidden);
        }

        Reserved.When(Who.Grain(new CampaignKey("9", 2020)), Receive).Refused(RefusalCode.Forbidden);
    }
}
