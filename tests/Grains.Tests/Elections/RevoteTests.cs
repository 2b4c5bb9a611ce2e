using ClusterActors.Academy;
using ClusterActors.Elections;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Elections.ElectionStory;
using Election0 = ClusterActors.Tests.Given<ClusterActors.Elections.ElectionState, ClusterActors.Elections.ElectionCommand, ClusterActors.Elections.ElectionEvent>;

namespace ClusterActors.Tests.Elections;

/// <summary>Equals about the last seat stand once more, alone. Three marks of seven reach the threshold.</summary>
public sealed class RevoteTests
{
    private static Election0 Electing(int rounds, params EquatableList<TieBreak> chain) => Called(
        r => r with
        {
            Rounds = SampleRegulation.Sourced(rounds), Threshold = SampleRegulation.Sourced(new Fraction(3, 7)), TieChain = SampleRegulation.Sourced(chain),
        },
        deputies: 0);

    private static Election0 Torn(params EquatableList<TieBreak> chain) => Electing(1, chain).Held(Count(("dong-nai", 3), ("tay-ninh", 3), ("binh-phuoc", 1)));

    private static ElectionEvent.RoundOpened Next(Election0 given) => given.When(Head, new ElectionCommand.OpenRound(Committee)).One<ElectionEvent.RoundOpened>();

    [Fact]
    public void after_the_last_round_the_most_marks_between_the_equals_are_enough()
    {
        var torn = Torn(TieBreak.Revote);
        Assert.Empty(OutcomeOf(torn).Elected);
        var opened = Next(torn);
        Assert.Equal((true, true, 1), (opened.Revote!.Value, opened.Final, opened.Seats));
        Assert.Equal(["dong-nai", "tay-ninh"], opened.Candidates);
        Assert.Equal("tay-ninh", StateOf(torn.Held(Count(("dong-nai", 1), ("tay-ninh", 2)))).Head);
    }

    [Fact]
    public void before_the_last_round_the_next_one_is_theirs_alone_under_the_threshold_as_ever()
    {
        var torn = Electing(2, TieBreak.Score, TieBreak.Revote).Held(Count(("dong-nai", 3), ("tay-ninh", 3), ("binh-phuoc", 1)));
        var opened = Next(torn);
        Assert.Null(opened.Revote);
        Assert.Equal(["dong-nai", "tay-ninh"], opened.Candidates);
        Assert.Equal("dong-nai", StateOf(torn.Held(Count(("dong-nai", 3), ("tay-ninh", 3)))).Head);
    }

    [Fact]
    public void it_is_held_once_and_then_the_rest_of_the_chain_decides()
    {
        var equals = Count(("dong-nai", 3), ("tay-ninh", 3));
        Assert.Equal(ElectionStage.Failed, StateOf(Torn(TieBreak.Revote).Held(equals)).Stage);
        Assert.Equal(ElectionStage.WaitingForLot, StateOf(Torn(TieBreak.Revote, TieBreak.Lot).Held(equals)).Stage);
        Assert.Equal("dong-nai", StateOf(Torn(TieBreak.Revote, TieBreak.Score).Held(equals)).Head);
    }
}
