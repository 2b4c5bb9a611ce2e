using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

public sealed class OpenVoteTests
{
    private static Regulation Regulation(int quota = 1, bool selfVote = false)
    {
        var flag = SampleRegulation.Vote(Award.Flag, VoteMethod.Open) with { Quota = SampleRegulation.Sourced(quota), SelfVote = SampleRegulation.Sourced(selfVote) };
        return SampleRegulation.Of(2020) with { Votes = [flag] };
    }

    private static Campaign0 Opened(int quota = 1, bool selfVote = false) =>
        At(Phase.Ranked, Regulation(quota, selfVote)).And(Head, new CampaignCommand.OpenVote(Award.Flag, []));

    private static CampaignCommand.VoteOpenly For(string school, params string[] choices) => new(1, school, [.. choices]);

    [Fact]
    public void a_principal_votes_by_name_for_the_school() =>
        Opened().When(Who.Principal("tay-ninh"), For("tay-ninh", "ninh-thuan")).Events(new CampaignEvent.VotedOpenly(1, "tay-ninh", ["ninh-thuan"]));

    [Fact]
    public void a_school_may_choose_nobody() =>
        Opened().When(Who.Principal("tay-ninh"), For("tay-ninh")).Events(new CampaignEvent.VotedOpenly(1, "tay-ninh", []));

    [Fact]
    public void nobody_else_votes_for_the_school()
    {
        foreach (var other in new[] { Who.Officer("tay-ninh"), Who.Principal("dong-nai"), Who.Official, Who.Grain(new SchoolKey("tay-ninh")) })
            Opened().When(other, For("tay-ninh", "ninh-thuan")).Refused(RefusalCode.Forbidden);
        Opened().When(Who.Principal("can-tho"), For("can-tho", "ninh-thuan")).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void a_vote_stands_once_given() =>
        Opened().And(Who.Principal("tay-ninh"), For("tay-ninh", "ninh-thuan"))
            .When(Who.Principal("tay-ninh"), For("tay-ninh", "binh-thuan")).Refused(RefusalCode.AlreadyVoted);

    [Fact]
    public void only_candidates_are_chosen() =>
        Opened().When(Who.Principal("tay-ninh"), For("tay-ninh", "can-tho")).Refused(RefusalCode.CandidateUnknown);

    [Fact]
    public void a_school_chooses_no_more_than_the_quota_and_nobody_twice()
    {
        Opened().When(Who.Principal("tay-ninh"), For("tay-ninh", "ninh-thuan", "binh-thuan")).Refused(RefusalCode.MarksBeyondQuota);
        Opened(quota: 2).When(Who.Principal("tay-ninh"), For("tay-ninh", "ninh-thuan", "ninh-thuan")).Refused(RefusalCode.MarksBeyondQuota);
        Opened(quota: 2).When(Who.Principal("tay-ninh"), For("tay-ninh", "ninh-thuan", "binh-thuan")).One<CampaignEvent.VotedOpenly>();
    }

    [Fact]
    public void a_school_votes_for_itself_only_where_the_regulation_lets_it()
    {
        Opened().When(Who.Principal("tay-ninh"), For("tay-ninh", "tay-ninh")).Refused(RefusalCode.SelfVote);
        Opened(selfVote: true).When(Who.Principal("tay-ninh"), For("tay-ninh", "tay-ninh")).One<CampaignEvent.VotedOpenly>();
    }

    [Fact]
    public void an_open_vote_has_no_committee_and_takes_no_paper_counts()
    {
        At(Phase.Ranked, Regulation()).When(Head, new CampaignCommand.OpenVote(Award.Flag, Committee)).Refused(RefusalCode.CommitteeInvalid);
        Opened().When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, Count("ninh-thuan"))).Refused(RefusalCode.VoteOfOtherMethod);
        Opened().When(Who.Officer("dong-nai"), new CampaignCommand.ConfirmCount(1, 1)).Refused(RefusalCode.VoteOfOtherMethod);
    }

    [Fact]
    public void the_head_closes_the_vote_and_it_is_counted()
    {
        var given = Roll.Where(s => s != "ninh-thuan").Take(5).Aggregate(Opened(), (g, school) => g.And(Who.Principal(school), For(school, "ninh-thuan")));
        var after = given.When(Head, new CampaignCommand.CloseOpenVote(1))
            .Events(new CampaignEvent.VoteDecided(1, new(true, 7, [new("ninh-thuan", 5)], ["ninh-thuan"], null)));
        after.When(Who.Principal("tay-ninh"), For("tay-ninh", "ninh-thuan")).Refused(RefusalCode.VoteNotOpen);
        after.When(Head, new CampaignCommand.CloseOpenVote(1)).Refused(RefusalCode.VoteNotOpen);
        after.When(Head, Conference).One<CampaignEvent.ConferenceHeld>();
    }

    [Fact]
    public void without_a_quorum_nobody_is_chosen_however_many_marks()
    {
        var given = Roll.Where(s => s != "ninh-thuan").Take(4).Aggregate(Opened(), (g, school) => g.And(Who.Principal(school), For(school, "ninh-thuan")));
        var outcome = given.When(Head, new CampaignCommand.CloseOpenVote(1)).One<CampaignEvent.VoteDecided>().Outcome;
        Assert.False(outcome.Quorum);
        Assert.Empty(outcome.Chosen);
        Assert.Equal([new Marks("ninh-thuan", 4)], outcome.Marks);
    }

    [Fact]
    public void a_vote_that_was_never_opened_is_unknown()
    {
        Opened().When(Who.Principal("tay-ninh"), new CampaignCommand.VoteOpenly(2, "tay-ninh", [])).Refused(RefusalCode.VoteUnknown);
        Opened().When(Head, new CampaignCommand.CloseOpenVote(0)).Refused(RefusalCode.VoteUnknown);
    }
}
