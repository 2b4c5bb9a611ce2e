using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Elections;
using static ClusterActors.Tests.Elections.ElectionStory;
using static ClusterActors.Tests.Academy.SampleRegulation;
using Election0 = ClusterActors.Tests.Given<ClusterActors.Elections.ElectionState, ClusterActors.Elections.ElectionCommand, ClusterActors.Elections.ElectionEvent>;

namespace ClusterActors.Tests.Elections;

public sealed class LotTests
{
    private const string Purpose = "election:8:2021 round 3";

    // Computed by another program: whoever changes the algorithm makes every published lot unverifiable.
    private const string Bytes = "f176ff3906bc5107232e01f7d70cf1b59ffd47ca08264f8977f0608048af1762";
    private const string Winner = "binh-duong";
    private static readonly EquatableList<string> Deputies = ["dong-nai", "binh-duong"];

    private static readonly ElectionCommand.ReceiveSeed Answer = new(Purpose, Drawn);

    // Binh Duong and Dong Nai are equal in marks and in the ranking.
    private static Election0 BeforeTheLot
    {
        get
        {
            var tie = Count(("binh-duong", 3), ("dong-nai", 3));
            return Called().Held(tie).Held(tie).Counted(tie);
        }
    }

    private static Election0 Waiting => BeforeTheLot.Confirm().Accepted();

    [Fact]
    public void equals_whom_only_a_lot_can_part_wait_for_a_seed_of_the_beacon()
    {
        var then = BeforeTheLot.Confirm();
        then.Events(new ElectionEvent.CountConfirmed(3, "binh-phuoc"), new ElectionEvent.LotNeeded(3, Purpose));
        var told = Assert.Single(then.Messages());
        Assert.Equal("beacon:8", told.Target);
        Assert.Equal(new BeaconCommand.DrawSeed(Purpose), CanonicalJson.Read<BeaconCommand>(told.Payload));
        Assert.Equal(ElectionStage.WaitingForLot, StateOf(Waiting).Stage);
    }

    [Fact]
    public void the_seed_decides_and_anyone_can_replay_it()
    {
        var after = Waiting.When(Beacon, Answer).Events(
            new ElectionEvent.RoundDecided(3, new(true, 7, [new("binh-duong", 3), new("dong-nai", 3)], [Winner], [], Drawn)));
        Assert.Equal(Winner, StateOf(after).Head);
        Assert.Equal(Bytes, Convert.ToHexStringLower(SeedBytes.For(Purpose, Drawn)));
    }

    [Fact]
    public void another_seed_can_decide_otherwise()
    {
        var winners = Enumerable.Range(0, 20).Select(i => StateOf(Waiting.And(Beacon, Answer with { Seed = new(i, $"{i:x64}", i) })).Head);
        Assert.Equal(["binh-duong", "dong-nai"], winners.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void only_the_beacon_brings_a_seed()
    {
        foreach (var other in new[] { Head, Who.Official, Who.Grain(Key), Who.Grain(AcademyKey.National), Who.Grain(new BeaconKey("other")) })
            Waiting.When(other, Answer).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void a_seed_that_no_round_waits_for_is_refused()
    {
        BeforeTheLot.When(Beacon, Answer).Refused(RefusalCode.SeedNotAsked);
        Waiting.When(Beacon, Answer with { Purpose = "election:8:2021 round 2" }).Refused(RefusalCode.SeedNotAsked);
        Waiting.And(Beacon, Answer).When(Beacon, Answer with { Seed = Drawn with { Checkpoint = 18 } }).Refused(RefusalCode.SeedNotAsked);
    }

    [Fact]
    public void while_a_round_waits_for_its_lot_nothing_of_it_changes_and_no_other_is_opened()
    {
        Waiting.When(Who.Officer("dong-nai"), new ElectionCommand.RecordCount(3, Count(("dong-nai", 7)))).Refused(RefusalCode.RoundNotOpen);
        Waiting.When(Who.Officer("dong-nai"), new ElectionCommand.ConfirmCount(3, 1)).Refused(RefusalCode.RoundNotOpen);
        Waiting.When(Head, new ElectionCommand.OpenRound(Committee)).Refused(RefusalCode.RoundOpen);
    }

    [Fact]
    public void no_lot_is_drawn_where_the_chain_parts_the_equals_or_the_equals_get_no_seat()
    {
        var given = Called().Held(Count(("binh-thuan", 3), ("binh-duong", 2), ("dong-nai", 2)))
            .Held(Count(("binh-thuan", 3), ("binh-duong", 2), ("dong-nai", 2)))
            .Held(Count(("binh-thuan", 3), ("binh-duong", 2), ("dong-nai", 2)));
        Assert.Equal("binh-thuan", StateOf(given).Head);
    }

    [Fact]
    public void before_the_last_round_a_lot_decides_who_of_equal_deputies_is_first_but_never_about_a_seat()
    {
        var head = Called().Held(Count(("binh-thuan", 7)));
        var order = head.Held(Count(("dong-nai", 5), ("binh-duong", 5)));
        Assert.Equal("election:8:2021 round 2", StateOf(order).Rounds[^1].Lot);
        var decided = order.And(Beacon, new ElectionCommand.ReceiveSeed("election:8:2021 round 2", Drawn));
        Assert.Equal(Deputies, StateOf(decided).Deputies);

        var seat = head.Held(Count(("tay-ninh", 6), ("dong-nai", 4), ("binh-duong", 4)));
        Assert.Equal(["tay-ninh"], StateOf(seat).Deputies);
        Assert.Null(StateOf(seat).Rounds[^1].Lot);
    }

    [Fact]
    public void equal_deputies_whom_no_rule_parts_stand_in_the_order_of_their_codes()
    {
        var given = Called(r => r with { TieChain = Sourced<EquatableList<TieBreak>>([TieBreak.Score]) })
            .Held(Count(("binh-thuan", 7))).Held(Count(("dong-nai", 5), ("binh-duong", 5)));
        Assert.Equal(["binh-duong", "dong-nai"], StateOf(given).Deputies);
    }
}
