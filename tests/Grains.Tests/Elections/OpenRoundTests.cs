using ClusterActors.Academy;
using ClusterActors.Elections;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using static ClusterActors.Tests.Elections.ElectionStory;
using Election0 = ClusterActors.Tests.Given<ClusterActors.Elections.ElectionState, ClusterActors.Elections.ElectionCommand, ClusterActors.Elections.ElectionEvent>;

namespace ClusterActors.Tests.Elections;

public sealed class OpenRoundTests
{
    private static Election0 CalledOpenly(bool selfVote = false) =>
        Called(_ => SampleRegulation.Election(VoteMethod.Open) with { SelfVote = SampleRegulation.Sourced(selfVote) });

    private static Election0 Opened(bool selfVote = false) => CalledOpenly(selfVote).And(Head, new ElectionCommand.OpenRound([]));

    private static ElectionCommand.VoteOpenly For(string school, params string[] choices) => new(1, school, [.. choices]);

    private static Election0 Given(params (string School, string Choice)[] votes) =>
        votes.Aggregate(Opened(), (g, v) => g.And(Who.Principal(v.School), For(v.School, v.Choice)));

    [Fact]
    public void who_has_no_vote_does_not_vote_and_is_not_counted()
    {
        var open = Terms with { Rules = SampleRegulation.Election(VoteMethod.Open), Voters = [.. Roll.Where(school => school != "dong-nai")] };
        var given = NotCalled.And(Who.Grain(ClusterStory.Key), new ElectionCommand.Call(open)).And(Head, new ElectionCommand.OpenRound([]));
        given.When(Who.Principal("dong-nai"), new ElectionCommand.VoteOpenly(1, "dong-nai", ["tay-ninh"])).Refused(RefusalCode.SchoolBarred);
        var four = open.Voters!.Take(4).Aggregate(given, (g, school) => g.And(Who.Principal(school), new ElectionCommand.VoteOpenly(1, school, [])));
        Assert.True(OutcomeOf(four.And(Head, new ElectionCommand.CloseRound(1))).Quorum);
    }

    [Fact]
    public void a_principal_votes_by_name_for_the_school() =>
        Opened().When(Who.Principal("tay-ninh"), For("tay-ninh", "binh-thuan")).Events(new ElectionEvent.VotedOpenly(1, "tay-ninh", ["binh-thuan"]));

    [Fact]
    public void nobody_else_votes_for_the_school()
    {
        foreach (var other in new[] { Who.Officer("tay-ninh"), Who.Principal("dong-nai"), Who.Official, Who.Grain(new SchoolKey("tay-ninh")) })
            Opened().When(other, For("tay-ninh", "binh-thuan")).Refused(RefusalCode.Forbidden);
        Opened().When(Who.Principal("can-tho"), For("can-tho", "binh-thuan")).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void a_vote_stands_once_given_is_for_candidates_and_has_no_more_marks_than_seats()
    {
        Given(("tay-ninh", "binh-thuan")).When(Who.Principal("tay-ninh"), For("tay-ninh", "dong-nai")).Refused(RefusalCode.AlreadyVoted);
        Opened().When(Who.Principal("tay-ninh"), For("tay-ninh", "can-tho")).Refused(RefusalCode.CandidateUnknown);
        Opened().When(Who.Principal("tay-ninh"), For("tay-ninh", "dong-nai", "binh-thuan")).Refused(RefusalCode.MarksBeyondQuota);
    }

    [Fact]
    public void a_school_votes_for_itself_only_where_the_regulation_lets_it()
    {
        Opened().When(Who.Principal("tay-ninh"), For("tay-ninh", "tay-ninh")).Refused(RefusalCode.SelfVote);
        Opened(selfVote: true).When(Who.Principal("tay-ninh"), For("tay-ninh", "tay-ninh")).One<ElectionEvent.VotedOpenly>();
    }

    [Fact]
    public void an_open_round_has_no_committee_and_takes_no_paper_counts()
    {
        CalledOpenly().When(Head, new ElectionCommand.OpenRound(Committee)).Refused(RefusalCode.CommitteeInvalid);
        Opened().When(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(1, Count())).Refused(RefusalCode.VoteOfOtherMethod);
        Opened().When(Who.Officer("dong-nai"), new ElectionCommand.ConfirmCount(1, 1)).Refused(RefusalCode.VoteOfOtherMethod);
    }

    [Fact]
    public void the_outgoing_head_closes_the_round_and_it_is_counted()
    {
        var given = Given(("tay-ninh", "binh-thuan"), ("dong-nai", "binh-thuan"), ("binh-duong", "binh-thuan"), ("binh-thuan", "dong-nai"), ("ninh-thuan", "dong-nai"));
        foreach (var other in new[] { Who.Principal("binh-thuan"), Who.Official, Who.Grain(Key) })
            given.When(other, new ElectionCommand.CloseRound(1)).Refused(RefusalCode.Forbidden);
        var after = given.When(Head, new ElectionCommand.CloseRound(1))
            .Events(new ElectionEvent.RoundDecided(1, new(true, 5, [new("binh-thuan", 3), new("dong-nai", 2)], ["binh-thuan"], [], null)));
        after.When(Who.Principal("binh-phuoc"), For("binh-phuoc", "dong-nai")).Refused(RefusalCode.RoundNotOpen);
        after.When(Head, new ElectionCommand.CloseRound(1)).Refused(RefusalCode.RoundNotOpen);
        after.When(Head, new ElectionCommand.CloseRound(2)).Refused(RefusalCode.RoundUnknown);
    }

    [Fact]
    public void an_open_round_that_waits_for_a_lot_takes_no_more_votes()
    {
        var one = Called(_ => SampleRegulation.Election(VoteMethod.Open) with { Rounds = SampleRegulation.Sourced(1) }).And(Head, new ElectionCommand.OpenRound([]));
        (string School, string Choice)[] votes =
            [("tay-ninh", "binh-duong"), ("dong-nai", "binh-duong"), ("binh-duong", "dong-nai"), ("binh-thuan", "dong-nai"), ("ninh-thuan", "tay-ninh")];
        var waiting = votes.Aggregate(one, (g, v) => g.And(Who.Principal(v.School), For(v.School, v.Choice))).And(Head, new ElectionCommand.CloseRound(1));
        Assert.Equal(ElectionStage.WaitingForLot, StateOf(waiting).Stage);
        waiting.When(Who.Principal("binh-phuoc"), For("binh-phuoc", "dong-nai")).Refused(RefusalCode.RoundNotOpen);
        waiting.When(Head, new ElectionCommand.CloseRound(1)).Refused(RefusalCode.RoundNotOpen);
        waiting.When(Beacon, new ElectionCommand.ReceiveSeed("election:8:2021 round 1", Drawn)).Accepted();
    }
}
