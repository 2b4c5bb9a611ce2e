using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

public sealed class ClosingTests
{
    private static Campaign0 Voted => At(Phase.Ranked).Voted(1, Award.Flag, Count("ninh-thuan")).Voted(2, Award.Certificate, Count("binh-thuan", 5));

    [Fact]
    public void the_conference_turns_outcomes_into_nominations_and_asks_the_cluster_for_officers()
    {
        var then = Voted.When(Head, Conference);
        then.Events(new CampaignEvent.ConferenceHeld(
            Conference.HeldOn, "ninh-thuan", Roll, [new(Award.Flag, "ninh-thuan"), new(Award.Certificate, "binh-thuan")]));
        var told = Assert.Single(then.Messages());
        Assert.Equal("cluster:8", told.Target);
        Assert.Equal(
            new ClusterCommand.ProposeOfficers(2021, SampleRegulation.Of(2020).Officers, StateOf(Voted).Ranking), CanonicalJson.Read<ClusterCommand>(told.Payload));
    }

    [Fact]
    public void the_conference_waits_for_every_vote()
    {
        At(Phase.Ranked).When(Head, Conference).Refused(RefusalCode.VotesMissing);
        At(Phase.Ranked).Voted(1, Award.Flag, Count("ninh-thuan")).When(Head, Conference).Refused(RefusalCode.VotesMissing);
        At(Phase.Ranked).And(Head, new CampaignCommand.OpenVote(Award.Flag, Committee)).When(Head, Conference).Refused(RefusalCode.VotesMissing);
    }

    [Fact]
    public void host_and_attending_schools_are_members_named_once()
    {
        Voted.When(Head, Conference with { Host = "can-tho" }).Refused(RefusalCode.NotAMember);
        Voted.When(Head, Conference with { Attending = ["ninh-thuan", "can-tho"] }).Refused(RefusalCode.NotAMember);
        Voted.When(Head, Conference with { Attending = [] }).Refused(RefusalCode.MembersInvalid);
        Voted.When(Head, Conference with { Attending = ["ninh-thuan", "ninh-thuan"] }).Refused(RefusalCode.MembersInvalid);
        Voted.When(Head, Conference with { Host = "tay-ninh", Attending = ["ninh-thuan"] }).One<CampaignEvent.ConferenceHeld>();
    }

    [Fact]
    public void a_conference_that_is_still_to_come_is_not_recorded() =>
        Voted.When(Head, Conference, Moment.Noon("2020-11-11")).Refused(RefusalCode.DateInvalid);

    [Fact]
    public void a_year_in_which_nobody_reached_the_threshold_has_no_nomination() =>
        Assert.Empty(At(Phase.Ranked).Voted(1, Award.Flag, Count("ninh-thuan", 4)).Voted(2, Award.Certificate, Count("binh-thuan", 1))
            .When(Head, Conference).One<CampaignEvent.ConferenceHeld>().Nominations);

    [Fact]
    public void the_clusters_proposal_is_noted() =>
        At(Phase.Nominated).When(Cluster, new CampaignCommand.NoteProposedOfficers(ClusterStory.Officers2021))
            .Events(new CampaignEvent.ProposedOfficersNoted(ClusterStory.Officers2021));

    [Fact]
    public void the_academy_recognises_the_proposed_officers_and_the_cluster_is_told()
    {
        var then = At(Phase.OfficersProposed).When(Who.Official, new CampaignCommand.RecogniseOfficers(Recognition));
        then.Events(new CampaignEvent.OfficersRecognised(ClusterStory.Officers2021, Recognition));
        var told = Assert.Single(then.Messages());
        Assert.Equal("cluster:8", told.Target);
        Assert.Equal(new ClusterCommand.ApplyRecognition(ClusterStory.Officers2021, Recognition), CanonicalJson.Read<ClusterCommand>(told.Payload));
    }

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void a_decision_has_a_proper_number(string flaw) =>
        At(Phase.OfficersProposed).When(Who.Official, new CampaignCommand.RecogniseOfficers(Recognition with { Number = Texts.Bad[flaw].Text }))
            .Refused(Texts.Bad[flaw].Code);

    [Fact]
    public void a_decision_bears_a_date_that_has_come() =>
        At(Phase.OfficersProposed).When(Who.Official, new CampaignCommand.RecogniseOfficers(Recognition), Moment.Noon("2021-02-02"))
            .Refused(RefusalCode.DateInvalid);

    [Fact]
    public void the_handover_is_noted_and_the_academy_closes_the_year()
    {
        At(Phase.OfficersRecognised).When(Cluster, new CampaignCommand.NoteHandover("binh-thuan")).Events(new CampaignEvent.HandoverNoted("binh-thuan"));
        var closed = At(Phase.HandedOver).When(Who.Official, new CampaignCommand.CloseYear()).Events(new CampaignEvent.YearClosed());
        Assert.Equal(Phase.Closed, StateOf(closed).Phase);
    }
}
