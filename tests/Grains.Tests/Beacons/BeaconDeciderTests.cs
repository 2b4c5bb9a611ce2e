using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Elections;
using ClusterActors.Journal;

namespace ClusterActors.Tests.Beacons;

public sealed class BeaconDeciderTests
{
    private static readonly BeaconKey Key = new("8");

    private static readonly BeaconCommand.DrawSeed Draw = new("cross-inspection");

    private static readonly Checkpoint Checkpoint = new(12, 345, [.. Enumerable.Range(0, 32).Select(i => (byte)i)], Chain.Start);

    private static Seed Seed { get; } = new(12, Convert.ToHexStringLower(Checkpoint.Root), Moment.Default.ToUnixTimeMilliseconds());

    private static Actor Campaign => Who.Grain(new CampaignKey("8", 2020));

    private static Decision<BeaconEvent> Decide(Actor actor, BeaconCommand command, BeaconState? state = null, Checkpoint? checkpoint = null) =>
        BeaconDecider.Decide(state ?? BeaconState.Initial, command, new(Key.ToString(), actor, Moment.Default, checkpoint ?? Checkpoint));

    private static void AssertRefused(string code, Decision<BeaconEvent> decision) => Assert.Equal(code, Assert.IsType<Decision<BeaconEvent>.Refuse>(decision).Refusal.Code);

    [Fact]
    public void a_seed_is_the_root_of_the_checkpoint_that_was_made_for_it_and_goes_back_to_who_asked()
    {
        var drawn = Assert.Single(Assert.IsType<Decision<BeaconEvent>.Accept>(Decide(Campaign, Draw)).Events);
        Assert.Equal(new BeaconEvent.SeedDrawn("campaign:8:2020", "cross-inspection", Seed), drawn);
        var told = Assert.Single(BeaconDecider.Aggregate.React(BeaconState.Evolve(BeaconState.Initial, drawn), drawn));
        Assert.Equal("campaign:8:2020", told.Target);
        Assert.Equal(new CampaignCommand.ReceiveSeed("cross-inspection", Seed), CanonicalJson.Read<CampaignCommand>(told.Payload));
    }

    [Fact]
    public void nobody_gets_a_second_seed_for_the_same_purpose()
    {
        var state = BeaconState.Evolve(BeaconState.Initial, new BeaconEvent.SeedDrawn("campaign:8:2020", "cross-inspection", Seed));
        AssertRefused(RefusalCode.AlreadyExists, Decide(Campaign, Draw, state, Checkpoint with { Number = 13 }));
        Assert.IsType<Decision<BeaconEvent>.Accept>(Decide(Campaign, new BeaconCommand.DrawSeed("vote 1"), state));
        Assert.IsType<Decision<BeaconEvent>.Accept>(Decide(Who.Grain(new CampaignKey("8", 2021)), Draw, state));
    }

    [Fact]
    public void only_streams_of_the_same_cluster_ask()
    {
        foreach (var other in new[] { Who.Official, Who.Principal("tay-ninh"), Who.Grain(new CampaignKey("9", 2020)), Who.Grain(new SchoolKey("tay-ninh")), Who.Grain(Key) })
            AssertRefused(RefusalCode.Forbidden, Decide(other, Draw));
    }

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void a_purpose_is_a_proper_text(string flaw) => AssertRefused(Texts.Bad[flaw].Code, Decide(Campaign, new BeaconCommand.DrawSeed(Texts.Bad[flaw].Text)));

    [Fact]
    public void the_same_root_gives_every_purpose_a_seed_of_its_own()
    {
        byte[][] seeds = [SeedBytes.For("vote 1", Seed), SeedBytes.For("vote 2", Seed), SeedBytes.For("vote 1", Seed with { Root = new('0', 64) })];
        Assert.Equal(seeds.Length, seeds.Select(Convert.ToHexStringLower).Distinct().Count());
        Assert.Equal(seeds[0], SeedBytes.For("vote 1", Seed));
    }

    [Fact]
    public void an_election_asks_too()
    {
        var election = new ElectionKey("8", 2021);
        var drawn = Assert.Single(Assert.IsType<Decision<BeaconEvent>.Accept>(Decide(Who.Grain(election), new BeaconCommand.DrawSeed("round 3"))).Events);
        var told = Assert.Single(BeaconDecider.Aggregate.React(BeaconState.Evolve(BeaconState.Initial, drawn), drawn));
        Assert.Equal("election:8:2021", told.Target);
        Assert.Equal(new ElectionCommand.ReceiveSeed("round 3", Seed), CanonicalJson.Read<ElectionCommand>(told.Payload));
    }
}
