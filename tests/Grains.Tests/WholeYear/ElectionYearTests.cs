using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Campaigns;
using ClusterActors.Tests.Clusters;
using ClusterActors.Tests.Elections;
using static ClusterActors.Tests.Elections.ElectionStory;

namespace ClusterActors.Tests.WholeYear;

/// <summary>
/// The year 2020 of cluster 8 where the members elect their officers instead of rotating, from the guidance to the handover.
/// Ninh Thuan is ranked first and Binh Thuan second; all others have the same points.
/// </summary>
public sealed class ElectionYearTests
{
    private static readonly OfficerRules Electing = new(SampleRegulation.Sourced(2), SampleRegulation.Sourced(OfficerMethod.Election), SampleRegulation.Election());

    private static readonly OfficerRules Rotating = Electing with { Method = SampleRegulation.Sourced(OfficerMethod.RotationQueue) };

    private static readonly ClusterCommand.AppointOfficers Alone =
        ClusterStory.Appoint with { Officers = ClusterStory.Officers2020 with { Deputies = [] }, Queue = [] };

    private static readonly PaperCount Void = new(7, 3, 3, 0, []);

    [Fact]
    public async Task head_and_deputies_are_elected_in_the_first_round_each()
    {
        var world = await AfterTheConference(Electing);
        Assert.Equal((Phase.Nominated, 2021), (State(world).Phase, Cluster(world).Election));
        Hold(world, Count(("tay-ninh", 4), ("binh-thuan", 3)));
        Assert.Equal(Phase.Nominated, State(world).Phase);
        Hold(world, Count(("dong-nai", 6), ("binh-phuoc", 5)));
        RecogniseAndHandOver(world, new(2021, "tay-ninh", ["dong-nai", "binh-phuoc"]));
        Assert.DoesNotContain(world.SeedsAsked, asked => asked.Source == Key.ToString());
        Assert.Contains(world.Events(ClusterStory.Key), e => e.Type == "officers-proposed" && System.Text.Encoding.UTF8.GetString(e.Payload).Contains("\"method\":\"election\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_run_off_decides_where_the_first_round_did_not()
    {
        var world = await AfterTheConference(Electing);
        Hold(world, Count(("tay-ninh", 3), ("binh-thuan", 2), ("dong-nai", 1), ("binh-phuoc", 1)));
        Hold(world, Count(("binh-thuan", 5), ("tay-ninh", 2)));
        Hold(world, Count(("dong-nai", 6), ("binh-phuoc", 5)));
        RecogniseAndHandOver(world, new(2021, "binh-thuan", ["dong-nai", "binh-phuoc"]));
    }

    [Fact]
    public async Task in_the_last_round_the_most_marks_are_enough()
    {
        var world = await AfterTheConference(Electing);
        foreach (var count in Enumerable.Repeat(Count(("tay-ninh", 3), ("binh-thuan", 2), ("dong-nai", 2)), 3))
            Hold(world, count);
        Hold(world, Count(("dong-nai", 6), ("binh-phuoc", 5)));
        RecogniseAndHandOver(world, new(2021, "tay-ninh", ["dong-nai", "binh-phuoc"]));
    }

    [Fact]
    public async Task the_ranking_of_the_year_decides_a_tie_in_the_last_round()
    {
        var world = await AfterTheConference(Electing);
        foreach (var count in Enumerable.Repeat(Count(("tay-ninh", 3), ("binh-thuan", 3)), 3))
            Hold(world, count);
        Hold(world, Count(("dong-nai", 6), ("binh-phuoc", 5)));
        RecogniseAndHandOver(world, new(2021, "binh-thuan", ["dong-nai", "binh-phuoc"]));
        Assert.DoesNotContain(world.SeedsAsked, asked => asked.Source == Key.ToString());
    }

    [Fact]
    public async Task a_lot_decides_between_equals_of_the_same_points_when_its_seed_has_come()
    {
        var world = await AfterTheConference(Electing);
        foreach (var count in Enumerable.Repeat(Count(("binh-duong", 3), ("dong-nai", 3)), 3))
            Hold(world, count);
        Assert.Equal("election:8:2021 round 3", Assert.Single(world.SeedsAsked, asked => asked.Source == Key.ToString()).Purpose);

        var drawn = world.State<ElectionState.Called>(Key).RoundOf(3)!.Outcome!;
        var lot = Draw.Shuffle(["binh-duong", "dong-nai"], SeedBytes.For("election:8:2021 round 3", drawn.Seed!), "election:8:2021 round 3");
        Assert.Equal(lot[0], Assert.Single(drawn.Elected));
        Hold(world, Count(("tay-ninh", 6), ("binh-phuoc", 5)));
        RecogniseAndHandOver(world, new(2021, lot[0], ["tay-ninh", "binh-phuoc"]));
    }

    [Fact]
    public async Task a_round_without_a_quorum_is_held_again()
    {
        var world = await AfterTheConference(Electing);
        Hold(world, Void);
        Hold(world, Count(("tay-ninh", 7)));
        Hold(world, Count(("dong-nai", 6), ("binh-phuoc", 5)));
        RecogniseAndHandOver(world, new(2021, "tay-ninh", ["dong-nai", "binh-phuoc"]));
    }

    [Fact]
    public async Task a_failed_election_leaves_the_post_vacant_and_the_acting_deputy_is_recognised_and_takes_over()
    {
        var world = await AfterTheConference(Electing);
        foreach (var count in Enumerable.Repeat(Void, 3))
            Hold(world, count);
        Assert.Equal(ElectionStage.Failed, world.State<ElectionState.Called>(Key).Stage);
        RecogniseAndHandOver(world, new(2021, "binh-thuan", ["binh-duong"], Acting: true));
        Assert.Equal(new(2021, VacancyReason.NobodyElected), Cluster(world).Vacancy);
    }

    [Fact]
    public async Task an_empty_queue_falls_to_election()
    {
        var world = await AfterTheConference(Rotating, Alone);
        Hold(world, Count(("tay-ninh", 7)));
        Hold(world, Count(("dong-nai", 6), ("binh-phuoc", 5)));
        RecogniseAndHandOver(world, new(2021, "tay-ninh", ["dong-nai", "binh-phuoc"]));
        Assert.Equal(["ninh-thuan"], Cluster(world).Queue);
    }

    [Fact]
    public async Task an_empty_queue_without_election_rules_leaves_the_outgoing_head_acting()
    {
        var world = await AfterTheConference(Rotating with { Election = null }, Alone);
        RecogniseAndHandOver(world, new(2021, "ninh-thuan", [], Acting: true));
        Assert.Equal(new(2021, VacancyReason.NobodyToFollow), Cluster(world).Vacancy);
    }

    [Fact]
    public async Task officers_are_elected_openly_where_the_regulation_says_so()
    {
        var world = await AfterTheConference(Electing with { Deputies = SampleRegulation.Sourced(0), Election = SampleRegulation.Election(VoteMethod.Open) });
        world.Tell<ElectionCommand>(Key, Head, new ElectionCommand.OpenRound([]));
        foreach (var school in Roll.Where(s => s != "tay-ninh"))
            world.Tell<ElectionCommand>(Key, Who.Principal(school), new ElectionCommand.VoteOpenly(1, school, ["tay-ninh"]));
        world.Tell<ElectionCommand>(Key, Head, new ElectionCommand.CloseRound(1));
        RecogniseAndHandOver(world, new(2021, "tay-ninh", []));
    }

    private static async Task<MailLoop> AfterTheConference(OfficerRules officers, ClusterCommand.AppointOfficers? appoint = null)
    {
        var world = new MailLoop();
        var year = new Year2020(world, SampleRegulation.Of(2020) with { Officers = officers }, appoint);
        await year.RunUntilRankedAsync();
        await year.NominateAsync();
        return world;
    }

    private static CampaignState.Opened State(MailLoop world) => world.State<CampaignState.Opened>(CampaignStory.Key);

    private static ClusterState.Formed Cluster(MailLoop world) => world.State<ClusterState.Formed>(ClusterStory.Key);

    private static void Hold(MailLoop world, PaperCount count)
    {
        world.Tell<ElectionCommand>(Key, Head, new ElectionCommand.OpenRound(Committee));
        var round = world.State<ElectionState.Called>(Key).Rounds.Count;
        world.Tell<ElectionCommand>(Key, Who.Officer("dong-nai"), new ElectionCommand.RecordCount(round, count));
        world.Tell<ElectionCommand>(Key, Who.Officer("tay-ninh"), new ElectionCommand.ConfirmCount(round, 1));
        world.Tell<ElectionCommand>(Key, Who.Officer("binh-phuoc"), new ElectionCommand.ConfirmCount(round, 1));
    }

    private static void RecogniseAndHandOver(MailLoop world, Officers expected)
    {
        Assert.Equal((Phase.OfficersProposed, expected), (State(world).Phase, State(world).Proposed));
        world.Now = Moment.Noon("2021-02-03");
        world.Tell<CampaignCommand>(CampaignStory.Key, Who.Official, new CampaignCommand.RecogniseOfficers(CampaignStory.Recognition));
        world.Now = Moment.Noon("2021-02-24");
        foreach (var school in Cluster(world).HandoverSigners.ToList())
        {
            Assert.Equal(2020, Cluster(world).InOffice!.Year);
            world.Tell<ClusterCommand>(ClusterStory.Key, Who.Principal(school), new ClusterCommand.SignHandover(2021, school, Moment.Day("2021-02-24")));
        }

        Assert.Equal(expected, Cluster(world).InOffice);
        foreach (var nomination in State(world).Nominations)
            world.Tell<CampaignCommand>(CampaignStory.Key, Who.Official, new CampaignCommand.DecideNomination(nomination.Award, nomination.School, true, CampaignStory.Appraisal));
        world.Tell<CampaignCommand>(CampaignStory.Key, Who.Official, new CampaignCommand.CloseYear());
        Assert.Equal(Phase.Closed, State(world).Phase);
    }
}
