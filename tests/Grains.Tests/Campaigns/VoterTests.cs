using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Who has a vote on an award is a rule; who has none is not counted for quorum and base either.</summary>
public sealed class VoterTests
{
    private static Campaign0 Ranked(VoterRule voters) => At(Phase.Ranked, SampleRegulation.Of(2020) with
    {
        Votes = [SampleRegulation.Vote(Award.Flag, VoteMethod.Open) with { Voters = SampleRegulation.Sourced(voters) }],
        Bars = SampleRegulation.Bars,
        Programme = new([], new(SampleRegulation.Sourced<EquatableList<Award>>([]))),
    });

    private static Campaign0 Opened(Campaign0 given) => given.And(Head, new CampaignCommand.OpenVote(Award.Flag, []));

    private static CampaignCommand.VoteOpenly For(string school, params string[] choices) => new(1, school, [.. choices]);

    private static Campaign0 Complaint(Campaign0 given) => given.And(Cluster, new CampaignCommand.ApplyBar(
        new("dong-nai", 2020, BarKind.Complaint, Moment.Day("2020-10-01"), Appraisal, "Đơn tố cáo")));

    [Fact]
    public void who_is_barred_has_a_vote_unless_the_regulation_says_otherwise()
    {
        Opened(Complaint(Ranked(VoterRule.All))).When(Who.Principal("dong-nai"), For("dong-nai", "ninh-thuan")).One<CampaignEvent.VotedOpenly>();

        var without = Opened(Complaint(Ranked(VoterRule.NotBarred)));
        without.When(Who.Principal("dong-nai"), For("dong-nai", "ninh-thuan")).Refused(RefusalCode.NotAMember);
        Assert.Equal(Roll.Where(school => school != "dong-nai"), StateOf(without).Votes[0].Roll);
    }

    [Fact]
    public void who_is_barred_while_the_vote_lasts_keeps_the_vote() =>
        Complaint(Opened(Ranked(VoterRule.NotBarred))).When(Who.Principal("dong-nai"), For("dong-nai", "ninh-thuan")).One<CampaignEvent.VotedOpenly>();

    [Fact]
    public void of_those_who_have_registered_quorum_and_base_are_counted()
    {
        var registered = Ranked(VoterRule.Registered).With(
            new CampaignEvent.AwardsRegistered("tay-ninh", [Award.Flag], Late: false, Reason: null), new CampaignEvent.AwardsRegistered("ninh-thuan", [Award.Flag], Late: false, Reason: null),
            new CampaignEvent.AwardsRegistered("dong-nai", [Award.Certificate], Late: false, Reason: null));
        var voted = Opened(registered)
            .And(Who.Principal("tay-ninh"), For("tay-ninh", "ninh-thuan"))
            .And(Who.Principal("ninh-thuan"), For("ninh-thuan", "tay-ninh"));
        voted.When(Who.Principal("dong-nai"), For("dong-nai", "ninh-thuan")).Refused(RefusalCode.NotAMember);
        var outcome = voted.When(Head, new CampaignCommand.CloseOpenVote(1)).One<CampaignEvent.VoteDecided>().Outcome;
        Assert.Equal((true, 2, 0), (outcome.Quorum, outcome.BaseCount, outcome.Chosen.Count));
    }
}
