using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Councils;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Councils;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>What the council says of a nomination is advice: who grants against it says why.</summary>
public sealed class CouncilTests
{
    private static readonly Regulation Regulation = SampleRegulation.Of(2020) with { Council = CouncilStory.Rules with { Awards = [CouncilStory.Rules.Awards[0]] } };

    private static readonly CampaignCommand.DecideNomination Grant = new(Award.Flag, "ninh-thuan", true, Appraisal);

    private static readonly CampaignCommand.NoteCouncil For = Says(recommended: true);

    private static Actor Council => Who.Grain(CouncilStory.Key);

    private static Campaign0 Nominated => At(Phase.Nominated, Regulation);

    private static CampaignCommand.NoteCouncil Says(bool recommended) =>
        new(Award.Flag, "ninh-thuan", new(1, CouncilStory.Day, new(recommended ? 9 : 5, 0, true), new(true, 9, recommended, true, 92.5m, true, recommended)));

    private static List<CouncilCommand> ToCouncil(Then<CampaignState, CampaignCommand, CampaignEvent> then) =>
        [.. then.Messages().Where(m => m.Target == "council:2020").Select(m => CanonicalJson.Read<CouncilCommand>(m.Payload))];

    [Fact]
    public void the_council_gets_what_the_conference_nominates_for_the_awards_that_it_votes_on()
    {
        var then = At(Phase.Ranked, Regulation).Voted(1, Award.Flag, Count("ninh-thuan")).Voted(2, Award.Certificate, Count("binh-thuan", 5)).When(Head, Conference);
        Assert.Equal([new CouncilCommand.ReceiveNominations("8", Regulation.Council!, [new(Award.Flag, "ninh-thuan", 92.5m)])], ToCouncil(then));
        Assert.Empty(ToCouncil(At(Phase.Ranked).Voted(1, Award.Flag, Count("ninh-thuan")).Voted(2, Award.Certificate, Count("binh-thuan", 5)).When(Head, Conference)));
    }

    [Fact]
    public void the_council_gets_the_scores_anew_when_they_are_corrected()
    {
        var corrected = new CampaignCommand.CorrectScores("ninh-thuan", SampleRegulation.Sheet(1), Appraisal, "Cộng nhầm");
        var then = Nominated.When(Who.Official, corrected);
        Assert.Equal(84m, Assert.IsType<CouncilCommand.ReceiveNominations>(Assert.Single(ToCouncil(then))).Nominations[0].Score);
        Assert.Empty(ToCouncil(At(Phase.Ranked, Regulation).When(Who.Official, corrected)));
    }

    [Fact]
    public void to_grant_what_the_council_has_recommended_needs_no_reason()
    {
        var advised = Nominated.And(Council, For);
        Assert.Equal(For.Advice, StateOf(advised).NominationOf(Award.Flag, "ninh-thuan")!.Council);
        advised.When(Who.Official, Grant).Events(new CampaignEvent.AwardProposed(Award.Flag, "ninh-thuan", Appraisal, null));
    }

    [Fact]
    public void to_grant_without_or_against_the_council_needs_a_reason_which_stays_on_record()
    {
        Nominated.When(Who.Official, Grant).Refused(RefusalCode.ReasonRequired);
        var against = Nominated.And(Council, For).And(Council, Says(recommended: false));
        against.When(Who.Official, Grant).Refused(RefusalCode.ReasonRequired);
        var granted = against.And(Who.Official, Grant with { Reason = "Hội đồng chưa xét kết quả bổ sung" }).And(Who.Grain(new SchoolKey("ninh-thuan")), new CampaignCommand.NoteReservation(Award.Flag, "ninh-thuan", true));
        var record = StateOf(granted).NominationOf(Award.Flag, "ninh-thuan")!;
        Assert.Equal((NominationState.Granted, "Hội đồng chưa xét kết quả bổ sung", false), (record.State, record.Reason, record.Council!.Outcome.Recommended));
    }

    [Fact]
    public void an_award_that_the_council_does_not_vote_on_is_granted_as_without_one() =>
        Nominated.When(Who.Official, new CampaignCommand.DecideNomination(Award.Certificate, "binh-thuan", true, Appraisal)).One<CampaignEvent.AwardProposed>();

    [Fact]
    public void the_council_hears_of_every_decision()
    {
        var granting = Nominated.And(Council, For).And(Who.Official, Grant);
        var keeping = granting.When(Who.Grain(new SchoolKey("ninh-thuan")), new CampaignCommand.NoteReservation(Award.Flag, "ninh-thuan", true));
        Assert.Equal([Noted(CouncilStanding.Granted)], ToCouncil(keeping));
        Assert.Equal([Noted(CouncilStanding.Revoked)], ToCouncil(keeping.Accepted().When(Who.Official, new CampaignCommand.RevokeAward(Award.Flag, "ninh-thuan", Appraisal, "Khai gian"))));
        Assert.Equal([Noted(CouncilStanding.Declined)], ToCouncil(Nominated.When(Who.Official, Grant with { Granted = false, Reason = "Chưa đủ minh chứng" })));

        static CouncilCommand Noted(CouncilStanding standing) => new CouncilCommand.NoteDecision("8", Award.Flag, "ninh-thuan", standing, Appraisal);
    }

    [Fact]
    public void only_the_council_of_the_year_says_what_it_says()
    {
        foreach (var actor in new[] { Who.Official, Cluster, Who.Grain(new CouncilKey(2021)) })
            Nominated.When(actor, For).Refused(RefusalCode.Forbidden);
        Nominated.When(Council, For with { School = "tay-ninh" }).Refused(RefusalCode.NominationUnknown);
    }
}
