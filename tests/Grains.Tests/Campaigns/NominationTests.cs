using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Schools;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

public sealed class NominationTests
{
    private static readonly CampaignCommand.DecideNomination Grant = new(Award.Flag, "ninh-thuan", true, Appraisal);

    private static readonly CampaignCommand.DecideNomination Decline = Grant with { Granted = false, Reason = "Chưa đủ minh chứng" };

    private static readonly CampaignCommand.RevokeAward Revoke = new(Award.Flag, "ninh-thuan", Appraisal, "Thành tích không đúng");

    private static Campaign0 Deciding => At(Phase.Nominated).And(Who.Official, Grant);

    private static Campaign0 Granted => At(Phase.Nominated).Granted(Award.Flag, "ninh-thuan");

    private static Actor School => Who.Grain(new SchoolKey("ninh-thuan"));

    private static NominationState StateOfFlag(Campaign0 given) => StateOf(given).NominationOf(Award.Flag, "ninh-thuan")!.State;

    private static SchoolCommand Told(Then<CampaignState, CampaignCommand, CampaignEvent> then)
    {
        var told = Assert.Single(then.Messages());
        Assert.Equal("school:ninh-thuan", told.Target);
        return CanonicalJson.Read<SchoolCommand>(told.Payload);
    }

    [Fact]
    public void to_grant_an_award_is_to_ask_the_school_first()
    {
        var then = At(Phase.Nominated).When(Who.Official, Grant);
        Assert.Equal(NominationState.Deciding, StateOfFlag(then.Events(new CampaignEvent.AwardProposed(Award.Flag, "ninh-thuan", Appraisal, null))));
        Assert.Equal(new SchoolCommand.ReserveAward(Award.Flag, 2020), Told(then));
    }

    [Fact]
    public void the_decision_takes_effect_when_the_school_has_kept_a_place()
    {
        var then = Deciding.When(School, new CampaignCommand.NoteReservation(Award.Flag, "ninh-thuan", true));
        Assert.Equal(NominationState.Granted, StateOfFlag(then.Events(new CampaignEvent.AwardGranted(Award.Flag, "ninh-thuan", Appraisal))));
        Assert.Equal(new SchoolCommand.ReceiveAward(Award.Flag, 2020, Appraisal), Told(then));
    }

    [Fact]
    public void a_school_with_another_award_for_the_year_bars_it_and_the_academy_decides_again()
    {
        var barred = Deciding.When(School, new CampaignCommand.NoteReservation(Award.Flag, "ninh-thuan", false))
            .Events(new CampaignEvent.NominationBarred(Award.Flag, "ninh-thuan"));
        Assert.Equal(NominationState.Barred, StateOfFlag(barred));
        barred.When(Who.Official, Grant).One<CampaignEvent.AwardProposed>();
        barred.When(Who.Official, Decline).One<CampaignEvent.NominationDeclined>();
    }

    [Fact]
    public void a_nomination_is_declined_with_a_reason()
    {
        At(Phase.Nominated).When(Who.Official, Decline with { Reason = null }).Refused(RefusalCode.TextInvalid);
        var declined = At(Phase.Nominated).When(Who.Official, Decline).Events(new CampaignEvent.NominationDeclined(Award.Flag, "ninh-thuan", Appraisal, Decline.Reason!));
        Assert.Equal(NominationState.Declined, StateOfFlag(declined));
        declined.When(Who.Official, Grant).Refused(RefusalCode.NominationDecided);
    }

    [Fact]
    public void a_granted_award_is_revoked_with_a_reason_and_the_school_is_told()
    {
        var then = Granted.When(Who.Official, Revoke);
        Assert.Equal(NominationState.Revoked, StateOfFlag(then.Events(new CampaignEvent.AwardRevoked(Award.Flag, "ninh-thuan", Appraisal, Revoke.Reason))));
        Assert.Equal(new SchoolCommand.LoseAward(Award.Flag, 2020, Appraisal, Revoke.Reason), Told(then));
        then.Accepted().When(Who.Official, Revoke).Refused(RefusalCode.NominationDecided);
    }

    [Fact]
    public void only_the_academy_decides_and_only_the_school_keeps_a_place()
    {
        foreach (var other in new[] { Head, Who.Principal("ninh-thuan"), Cluster, School })
        {
            At(Phase.Nominated).When(other, Grant).Refused(RefusalCode.Forbidden);
            Granted.When(other, Revoke).Refused(RefusalCode.Forbidden);
        }

        foreach (var other in new[] { Who.Official, Who.Principal("ninh-thuan"), Who.Grain(new SchoolKey("tay-ninh")), Cluster })
            Deciding.When(other, new CampaignCommand.NoteReservation(Award.Flag, "ninh-thuan", true)).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void what_was_not_nominated_is_not_decided_on()
    {
        At(Phase.Nominated).When(Who.Official, Grant with { School = "tay-ninh" }).Refused(RefusalCode.NominationUnknown);
        At(Phase.Nominated).When(Who.Official, Grant with { Award = Award.Certificate }).Refused(RefusalCode.NominationUnknown);
    }

    [Fact]
    public void a_decision_is_a_numbered_document_that_has_been_issued()
    {
        At(Phase.Nominated).When(Who.Official, Grant, Moment.Noon("2020-11-11")).Refused(RefusalCode.DateInvalid);
        At(Phase.Nominated).When(Who.Official, Grant with { Decision = Appraisal with { Number = "" } }).Refused(RefusalCode.TextInvalid);
    }

    [Fact]
    public void a_year_is_not_closed_before_every_nomination_is_decided()
    {
        var open = At(Phase.OfficersRecognised).Granted(Award.Flag, "ninh-thuan").And(Cluster, new CampaignCommand.NoteHandover("binh-thuan"));
        open.When(Who.Official, new CampaignCommand.CloseYear()).Refused(RefusalCode.NominationsUndecided);
        var deciding = open.And(Who.Official, new CampaignCommand.DecideNomination(Award.Certificate, "binh-thuan", true, Appraisal));
        deciding.When(Who.Official, new CampaignCommand.CloseYear()).Refused(RefusalCode.NominationsUndecided);
        deciding.And(Who.Grain(new SchoolKey("binh-thuan")), new CampaignCommand.NoteReservation(Award.Certificate, "binh-thuan", true))
            .When(Who.Official, new CampaignCommand.CloseYear()).One<CampaignEvent.YearClosed>();
    }
}
