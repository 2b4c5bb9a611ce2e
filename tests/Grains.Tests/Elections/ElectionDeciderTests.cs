using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using static ClusterActors.Tests.Elections.ElectionStory;

namespace ClusterActors.Tests.Elections;

public sealed class ElectionDeciderTests
{
    private static ClusterCommand ToldToTheCluster(Then<ElectionState, ElectionCommand, ElectionEvent> then)
    {
        var told = Assert.Single(then.Messages());
        Assert.Equal("cluster:8", told.Target);
        return CanonicalJson.Read<ClusterCommand>(told.Payload);
    }

    [Fact]
    public void the_cluster_calls_the_election_and_nobody_else_does()
    {
        NotCalled.When(Who.Grain(ClusterStory.Key), new ElectionCommand.Call(Terms)).Events(new ElectionEvent.Called("8", 2021, Terms));
        foreach (var other in new[] { Head, Who.Official, Who.Grain(new ClusterKey("9")), Who.Grain(new CampaignKey("8", 2020)), Beacon })
            NotCalled.When(other, new ElectionCommand.Call(Terms)).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void an_election_is_called_once() =>
        Called().When(Who.Grain(ClusterStory.Key), new ElectionCommand.Call(Terms)).Refused(RefusalCode.AlreadyExists);

    [Fact]
    public void an_election_that_was_never_called_is_not_found()
    {
        ElectionCommand[] commands =
        [
            new ElectionCommand.OpenRound(Committee), new ElectionCommand.RecordCount(1, Count()), new ElectionCommand.ConfirmCount(1, 1),
            new ElectionCommand.VoteOpenly(1, "tay-ninh", []), new ElectionCommand.CloseRound(1), new ElectionCommand.ReceiveSeed("x", Drawn),
        ];
        Assert.All(commands, command => NotCalled.When(Head, command).Refused(RefusalCode.NotFound));
    }

    [Fact]
    public void the_outgoing_head_opens_the_first_round_for_the_head_and_all_members_are_candidates() =>
        Called().When(Head, new ElectionCommand.OpenRound(Committee))
            .Events(new ElectionEvent.RoundOpened(1, Office.Head, 1, false, Candidates, Committee));

    [Fact]
    public void nobody_else_opens_a_round()
    {
        foreach (var other in new[] { Who.Officer("binh-thuan"), Who.Visitor("ninh-thuan"), Who.Official, Who.Grain(ClusterStory.Key), Who.Grain(new SchoolKey("ninh-thuan")) })
            Called().When(other, new ElectionCommand.OpenRound(Committee)).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void one_round_is_held_at_a_time()
    {
        var counted = Called().Counted(Count(("binh-thuan", 7)));
        counted.When(Head, new ElectionCommand.OpenRound(Committee)).Refused(RefusalCode.RoundOpen);
        counted.Confirm().Accepted().When(Head, new ElectionCommand.OpenRound(Committee)).One<ElectionEvent.RoundOpened>();
    }

    [Fact]
    public void who_has_half_of_the_votes_cast_is_head_in_the_first_round() =>
        Called().Counted(Count(("binh-thuan", 4), ("tay-ninh", 3))).Confirm().Events(
            new ElectionEvent.CountConfirmed(1, "binh-phuoc"),
            new ElectionEvent.RoundDecided(1, new(true, 7, [new("binh-thuan", 4), new("tay-ninh", 3)], ["binh-thuan"], [], null)));

    [Fact]
    public void then_the_deputies_are_elected_and_the_head_is_no_candidate()
    {
        var given = Called().Held(Count(("binh-thuan", 7)));
        given.When(Head, new ElectionCommand.OpenRound(Committee)).Events(
            new ElectionEvent.RoundOpened(2, Office.Deputy, 2, false, [.. Candidates.Where(s => s != "binh-thuan")], Committee));
    }

    [Fact]
    public void with_the_last_deputy_the_election_is_over_and_the_cluster_is_told()
    {
        var then = Called().Held(Count(("binh-thuan", 7))).Counted(Count(("tay-ninh", 5), ("binh-duong", 7))).Confirm();
        var officers = new Officers(2021, "binh-thuan", ["binh-duong", "tay-ninh"]);
        Assert.Equal(new ElectionEvent.OfficersElected(officers, 0), then.Accepted().History[^1]);
        Assert.Equal(new ClusterCommand.ApplyElection(2021, officers), ToldToTheCluster(then));
        Assert.Equal(ElectionStage.Elected, StateOf(then.Accepted()).Stage);
        then.Accepted().When(Head, new ElectionCommand.OpenRound(Committee)).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void a_cluster_without_deputies_elects_its_head_alone() =>
        Assert.Equal(
            new ElectionEvent.OfficersElected(new(2021, "binh-thuan", []), 0),
            Called(deputies: 0).Counted(Count(("binh-thuan", 7))).Confirm().Accepted().History[^1]);

    [Fact]
    public void where_nobody_reaches_the_threshold_the_best_two_stay_for_the_run_off()
    {
        var given = Called().Held(Count(("binh-thuan", 3), ("tay-ninh", 2), ("binh-duong", 1), ("dong-nai", 1)));
        Assert.Empty(OutcomeOf(given).Elected);
        given.When(Head, new ElectionCommand.OpenRound(Committee))
            .Events(new ElectionEvent.RoundOpened(2, Office.Head, 1, false, ["binh-thuan", "tay-ninh"], Committee));
        Assert.Equal("tay-ninh", StateOf(given.Held(Count(("tay-ninh", 4), ("binh-thuan", 3)))).Head);
    }

    [Fact]
    public void equals_at_the_edge_all_stay()
    {
        var given = Called().Held(Count(("binh-thuan", 3), ("tay-ninh", 2), ("dong-nai", 2)));
        Assert.Equal(["binh-thuan", "dong-nai", "tay-ninh"], OutcomeOf(given).Staying);
    }

    [Fact]
    public void for_two_open_seats_four_stay_and_who_has_no_mark_stays_only_with_all_who_have_none()
    {
        var head = Called().Held(Count(("binh-thuan", 7)));
        Assert.Equal(
            ["binh-duong", "binh-phuoc", "dong-nai", "tay-ninh"],
            OutcomeOf(head.Held(Count(("tay-ninh", 3), ("binh-duong", 3), ("dong-nai", 3), ("binh-phuoc", 2), ("ninh-thuan", 1)))).Staying);
        Assert.Equal(6, OutcomeOf(head.Held(Count(("tay-ninh", 3), ("binh-duong", 3), ("dong-nai", 3)))).Staying.Count);
    }

    [Fact]
    public void one_deputy_of_two_is_elected_and_the_next_round_is_for_the_other_seat()
    {
        var given = Called().Held(Count(("binh-thuan", 7))).Held(Count(("tay-ninh", 5), ("binh-duong", 3), ("dong-nai", 2), ("binh-phuoc", 1)));
        Assert.Equal(["tay-ninh"], OutcomeOf(given).Elected);
        given.When(Head, new ElectionCommand.OpenRound(Committee))
            .Events(new ElectionEvent.RoundOpened(3, Office.Deputy, 1, false, ["binh-duong", "dong-nai"], Committee));
    }

    [Fact]
    public void who_was_elected_earlier_stands_before_who_was_elected_later_with_more_marks()
    {
        var given = Called().Held(Count(("binh-thuan", 7))).Held(Count(("tay-ninh", 5), ("binh-duong", 3))).Held(Count(("binh-duong", 7)));
        Assert.Equal(["tay-ninh", "binh-duong"], StateOf(given).Deputies);
    }

    [Fact]
    public void of_equals_at_the_last_seat_none_is_elected_while_rounds_remain()
    {
        var given = Called().Held(Count(("binh-thuan", 7))).Held(Count(("tay-ninh", 6), ("binh-duong", 4), ("dong-nai", 4)));
        Assert.Equal(["tay-ninh"], OutcomeOf(given).Elected);
        Assert.Equal(["binh-duong", "dong-nai"], OutcomeOf(given).Staying);
    }

    [Fact]
    public void in_the_last_round_the_most_marks_elect_without_the_threshold()
    {
        var given = Called(r => r with { StayPerSeat = SampleRegulation.Sourced(3) })
            .Held(Count(("binh-thuan", 3), ("tay-ninh", 2), ("dong-nai", 2)))
            .Held(Count(("binh-thuan", 3), ("tay-ninh", 2), ("dong-nai", 2)))
            .Counted(Count(("binh-thuan", 3), ("tay-ninh", 2), ("dong-nai", 2)));
        Assert.True(StateOf(given).Rounds[^1].Final);
        Assert.Equal("binh-thuan", StateOf(given.Confirm().Accepted()).Head);
    }

    [Fact]
    public void without_a_plurality_rule_the_last_round_too_wants_the_threshold()
    {
        var split = Count(("binh-thuan", 3), ("tay-ninh", 2), ("dong-nai", 2));
        var then = Called(r => r with { FinalRoundPlurality = SampleRegulation.Sourced(false) }).Held(split).Held(split).Counted(split).Confirm();
        Assert.Equal(new ElectionEvent.Failed(3), then.Accepted().History[^1]);
        Assert.Equal(new ClusterCommand.ApplyElection(2021, null), ToldToTheCluster(then));
        Assert.Equal(ElectionStage.Failed, StateOf(then.Accepted()).Stage);
        then.Accepted().When(Head, new ElectionCommand.OpenRound(Committee)).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void in_the_last_round_the_chain_decides_between_equals()
    {
        var tie = Count(("tay-ninh", 3), ("binh-thuan", 3), ("dong-nai", 1));
        var given = Called().Held(tie).Held(tie with { Marks = [.. tie.Marks.Take(2)] }).Held(tie with { Marks = [.. tie.Marks.Take(2)] });
        Assert.Equal("binh-thuan", StateOf(given).Head);
        Assert.Null(OutcomeOf(given).Seed);
    }

    [Fact]
    public void a_chain_that_cannot_part_the_last_equals_elects_neither()
    {
        var tie = Count(("binh-duong", 3), ("dong-nai", 3));
        var given = Called(r => r with { TieChain = SampleRegulation.Sourced<EquatableList<ClusterActors.Academy.TieBreak>>([ClusterActors.Academy.TieBreak.Score]) })
            .Held(tie).Held(tie).Held(tie);
        Assert.Equal(ElectionStage.Failed, StateOf(given).Stage);
    }

    [Fact]
    public void a_round_without_a_quorum_is_void_and_everybody_stays_but_it_counts()
    {
        var given = Called().Held(new(7, 3, 3, 0, [new("binh-thuan", 2), new("tay-ninh", 1)]));
        Assert.Equal(new(false, 3, [new("binh-thuan", 2), new("tay-ninh", 1)], [], Candidates, null), OutcomeOf(given));
        var then = given.HeldWithoutQuorum().Counted(new(7, 3, 3, 0, [new("binh-thuan", 3)])).Confirm();
        Assert.Equal(new ElectionEvent.Failed(3), then.Accepted().History[^1]);
    }

    [Fact]
    public void seats_of_deputies_that_no_round_has_filled_are_logged()
    {
        var then = Called().Held(Count(("binh-thuan", 7))).Held(Count(("tay-ninh", 7))).HeldWithoutQuorum("binh-duong").Counted(new(7, 3, 3, 0, [])).Confirm();
        Assert.Equal(new ElectionEvent.OfficersElected(new(2021, "binh-thuan", ["tay-ninh"]), 1), then.Accepted().History[^1]);
    }

    [Fact]
    public void where_no_candidate_is_left_the_election_is_over()
    {
        var two = NotCalled.And(Who.Grain(ClusterStory.Key), new ElectionCommand.Call(Terms with { Candidates = ["tay-ninh", "binh-thuan"] }));
        var given = two.Held(Count(("binh-thuan", 7))).Counted(Count(("tay-ninh", 7)));
        Assert.Equal(new ElectionEvent.OfficersElected(new(2021, "binh-thuan", ["tay-ninh"]), 1), given.Confirm().Accepted().History[^1]);
    }

    [Fact]
    public void the_election_is_shown_with_its_rounds_and_who_is_elected_so_far()
    {
        var given = Called().Held(Count(("binh-thuan", 7))).Held(Count(("tay-ninh", 5), ("binh-duong", 3)));
        var row = given.Concept.View(given.State)!;
        var view = Assert.IsType<ElectionView>(row.Document);
        Assert.Equal(("8", 2021, "Voting"), (row.Cluster, row.Year, row.Phase));
        Assert.Equal(["binh-thuan", "tay-ninh"], view.Elected);
        Assert.Equal([Office.Head, Office.Deputy], view.Rounds.Select(r => r.Office));
        Assert.Equal(OutcomeOf(given), view.Rounds[^1].Outcome);
    }
}
