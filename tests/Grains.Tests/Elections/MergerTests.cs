using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Campaigns;
using ClusterActors.Tests.Clusters;
using FsCheck.Fluent;
using static ClusterActors.Tests.Elections.ElectionStory;
using Election0 = ClusterActors.Tests.Given<ClusterActors.Elections.ElectionState, ClusterActors.Elections.ElectionCommand, ClusterActors.Elections.ElectionEvent>;

namespace ClusterActors.Tests.Elections;

/// <summary>Members are merged while the officers are being elected; a school called "new" was founded for it.</summary>
public sealed class MergerTests
{
    private static readonly MembershipRules Voiding = MergerStory.Generous with { Election = SampleRegulation.Sourced(ElectionPolicy.BallotsVoid) };

    private static Actor Cluster => Who.Grain(ClusterStory.Key);

    private static Merger Into(string successor, params string[] schools) => MergerStory.Into(successor, schools).Merger;

    private static Election0 CalledBy(MembershipRules? rules, VoteMethod method = VoteMethod.Open) => NotCalled.And(
        Cluster, new ElectionCommand.Call(Terms with { Membership = rules, Rules = SampleRegulation.Election(method) }));

    private static Election0 Opened(MembershipRules? rules) => CalledBy(rules).And(Head, new ElectionCommand.OpenRound([]));

    private static Election0 Voted(Election0 given, params (string School, string Choice)[] votes) =>
        votes.Aggregate(given, (g, v) => g.And(Who.Principal(v.School), new ElectionCommand.VoteOpenly(StateOf(g).Rounds.Count, v.School, [v.Choice])));

    private static Election0 Merged(Election0 given, string successor, params string[] schools) =>
        given.And(Cluster, new ElectionCommand.ApplyMerger(Into(successor, schools)));

    [Fact]
    public void a_cluster_tells_the_election_of_a_merger_and_hands_it_its_policies()
    {
        var open = ClusterStory.Headed
            .And(Who.Grain(AcademyKey.National), new ClusterCommand.ReceiveGuidance(ClusterStory.Guidance2020, MergerStory.Ruled(Voiding)))
            .And(Who.Principal("ninh-thuan"), new ClusterCommand.OpenYear(2020))
            .And(ClusterStory.Campaign2020, ClusterStory.Propose with { Rules = new(SampleRegulation.Sourced(2), SampleRegulation.Sourced(OfficerMethod.Election), SampleRegulation.Election()) });
        Assert.Equal(Voiding, Assert.IsType<ClusterEvent.ElectionCalled>(open.History[^1]).Terms.Membership);
        var told = open.When(Who.Grain(AcademyKey.National), new ClusterCommand.ApplyMerger(Into("new", "tay-ninh"))).Messages().Single(m => m.Target == "election:8:2021");
        Assert.Equal(new ElectionCommand.ApplyMerger(Into("new", "tay-ninh")), CanonicalJson.Read<ElectionCommand>(told.Payload));
        Opened(Voiding).When(Who.Official, new ElectionCommand.ApplyMerger(Into("new", "tay-ninh"))).Refused(RefusalCode.Forbidden);
        Opened(Voiding).When(Cluster, new ElectionCommand.ApplyMerger(Into("new", "can-tho"))).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void who_is_no_more_leaves_roll_and_candidates_and_the_successor_takes_one_place()
    {
        var merged = StateOf(Merged(CalledBy(Voiding), "new", "tay-ninh", "dong-nai"));
        Assert.Equal([.. Roll.Where(school => school is not ("tay-ninh" or "dong-nai")), "new"], merged.Terms.Roll);
        Assert.Equal(["ba-ria-vung-tau", "binh-duong", "binh-phuoc", "binh-thuan", "new", "ninh-thuan"], merged.Candidates);
        Assert.Equal(6, StateOf(Merged(CalledBy(Voiding), "binh-duong", "tay-ninh")).Terms.Roll.Count);
        Assert.Equal(6, StateOf(Merged(CalledBy(null), "new", "tay-ninh")).Terms.Roll.Count);
    }

    [Fact]
    public void the_bar_of_a_school_that_is_no_more_does_not_keep_its_successor_from_being_elected()
    {
        var called = NotCalled.And(Cluster, new ElectionCommand.Call(Terms with
        {
            Membership = Voiding, Rules = SampleRegulation.Election(VoteMethod.Open), Candidates = [.. Roll.Where(school => school != "tay-ninh")],
        }));
        Assert.Contains("new", StateOf(Merged(called, "new", "tay-ninh")).Candidates);
    }

    [Fact]
    public void votes_by_name_of_and_for_schools_that_are_no_more_are_void_where_the_regulation_says_so()
    {
        var voted = Voted(Opened(Voiding), ("tay-ninh", "binh-thuan"), ("dong-nai", "tay-ninh"), ("binh-duong", "binh-thuan"));
        var then = voted.When(Cluster, new ElectionCommand.ApplyMerger(Into("new", "tay-ninh")));
        var merged = then.Events(new ElectionEvent.MembersMerged(Into("new", "tay-ninh"), ["tay-ninh"], "new", null, ["tay-ninh", "dong-nai"]));
        Assert.Equal([new("binh-duong", ["binh-thuan"])], StateOf(merged).UnderWay!.Choices);
        merged.When(Who.Principal("tay-ninh"), new ElectionCommand.VoteOpenly(1, "tay-ninh", ["binh-thuan"])).Refused(RefusalCode.NotAMember);
        merged.When(Who.Principal("dong-nai"), new ElectionCommand.VoteOpenly(1, "dong-nai", ["tay-ninh"])).Refused(RefusalCode.CandidateUnknown);
        var decided = Voted(merged, ("dong-nai", "binh-thuan"), ("new", "binh-thuan"), ("ninh-thuan", "binh-thuan"), ("ba-ria-vung-tau", "dong-nai"))
            .When(Head, new ElectionCommand.CloseRound(1)).One<ElectionEvent.RoundDecided>();
        Assert.Equal((5, "binh-thuan"), (decided.Outcome.BaseCount, Assert.Single(decided.Outcome.Elected)));
    }

    [Fact]
    public void a_quorum_counts_on_the_members_there_are()
    {
        // Two thirds of seven are five; of the four who are left, three.
        var four = Merged(Opened(Voiding), "elsewhere", "tay-ninh", "dong-nai", "binh-phuoc");
        var closed = Voted(four, ("binh-duong", "binh-thuan"), ("ninh-thuan", "binh-thuan"), ("ba-ria-vung-tau", "binh-thuan")).When(Head, new ElectionCommand.CloseRound(1));
        Assert.True(closed.One<ElectionEvent.RoundDecided>().Outcome.Quorum);
    }

    [Fact]
    public void a_round_is_held_again_on_paper_and_wherever_the_regulation_says_nothing_else()
    {
        foreach (var given in new[] { Opened(null), Opened(MergerStory.Generous), CalledBy(Voiding, VoteMethod.Paper).Counted(Count(("binh-thuan", 7))) })
        {
            var merged = Merged(given, "binh-duong", "tay-ninh");
            Assert.Equal((1, true, null), (StateOf(merged).Rounds.Count, StateOf(merged).Rounds[0].Annulled, StateOf(merged).UnderWay));
            var paper = StateOf(merged).Terms.Rules.Method.Value == VoteMethod.Paper;
            merged.When(Head, paper ? new ElectionCommand.ConfirmCount(1, 1) : new ElectionCommand.CloseRound(1)).Refused(RefusalCode.RoundNotOpen);
            var again = merged.When(Head, new ElectionCommand.OpenRound(paper ? ["dong-nai", "binh-phuoc", "binh-thuan"] : [])).One<ElectionEvent.RoundOpened>();
            Assert.Equal((2, false), (again.Round, again.Final));
            Assert.DoesNotContain("tay-ninh", again.Candidates);
        }
    }

    [Fact]
    public void a_round_that_waits_for_its_lot_is_held_again_and_the_seed_comes_for_nothing()
    {
        var equal = Voted(
            CalledBy(Voiding).With(new ElectionEvent.RoundOpened(1, Office.Head, 1, Final: true, Candidates, [])),
            ("tay-ninh", "binh-duong"), ("ba-ria-vung-tau", "binh-duong"), ("binh-thuan", "dong-nai"), ("ninh-thuan", "dong-nai"), ("binh-phuoc", "tay-ninh"));
        var waiting = equal.And(Head, new ElectionCommand.CloseRound(1));
        Assert.Equal(ElectionStage.WaitingForLot, StateOf(waiting).Stage);
        var merged = Merged(waiting, "new", "tay-ninh");
        Assert.Equal(ElectionStage.Voting, StateOf(merged).Stage);
        merged.When(Beacon, new ElectionCommand.ReceiveSeed("election:8:2021 round 1", Drawn)).Refused(RefusalCode.SeedNotAsked);
        merged.When(Head, new ElectionCommand.OpenRound([])).One<ElectionEvent.RoundOpened>();
    }

    [Fact]
    public void a_seat_whose_school_is_no_more_is_voted_on_again_from_the_first_round_on()
    {
        var headed = Voted(Opened(Voiding), ("tay-ninh", "binh-thuan"), ("dong-nai", "binh-thuan"), ("binh-duong", "binh-thuan"), ("binh-phuoc", "binh-thuan"), ("ninh-thuan", "dong-nai"))
            .And(Head, new ElectionCommand.CloseRound(1));
        Assert.Equal("binh-thuan", StateOf(headed).Head);
        var merged = StateOf(Merged(headed, "new", "binh-thuan"));
        Assert.Equal((null, Office.Head, 0), (merged.Head, merged.Office, merged.RoundsHeld));
        Assert.Equal([.. Candidates.Where(school => school != "binh-thuan").Append("new").Order(StringComparer.Ordinal)], merged.Candidates);
    }

    [Fact]
    public void an_election_without_a_candidate_has_failed_and_one_that_is_over_hears_of_no_merger()
    {
        var failed = CalledBy(Voiding).When(Cluster, new ElectionCommand.ApplyMerger(Into("elsewhere", [.. Roll])));
        Assert.IsType<ElectionEvent.Failed>(failed.Accepted().History[^1]);
        failed.Accepted().When(Cluster, new ElectionCommand.ApplyMerger(Into("new", "tay-ninh"))).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void whenever_members_are_merged_nobody_is_elected_who_is_no_more_and_the_election_comes_to_its_end() => Property.Holds(
        from policy in Gen.Elements(null, Voiding, MergerStory.Generous)
        from steps in Gen.ArrayOf(Gen.Choose(0, 9_999), 60)
        select (Policy: policy, Steps: steps),
        sample =>
        {
            var given = CalledBy(sample.Policy);
            for (var step = 0; StateOf(given).Stage is ElectionStage.Voting or ElectionStage.WaitingForLot; step++)
            {
                Assert.True(step < 400, "The election stands still.");
                given = Next(given, step < sample.Steps.Length ? sample.Steps[step] : 1, step);
                Assert.All(StateOf(given).UnderWay?.Choices ?? [], vote => Assert.True(vote.Choices.Append(vote.School).All(StateOf(given).Terms.Roll.Contains)));
            }

            string?[] elected = [StateOf(given).Head, .. StateOf(given).Deputies];
            Assert.Equal(elected.Length, elected.Distinct().Count());
            Assert.All(elected.OfType<string>(), school => Assert.Contains(school, StateOf(given).Terms.Roll));
        });

    private static Election0 Next(Election0 given, int choice, int step)
    {
        var e = StateOf(given);
        if (choice % 9 == 0 && e.Terms.Roll.Count > 2)
            return Merged(given, choice % 2 == 0 ? $"new-{step}" : "elsewhere", e.Terms.Roll[choice / 9 % e.Terms.Roll.Count]);
        if (e.Stage == ElectionStage.WaitingForLot)
            return given.And(Beacon, new ElectionCommand.ReceiveSeed(e.UnderWay!.Lot!, Drawn));
        var conductor = Who.Officer(e.Conductor);
        if (e.UnderWay is not { } round)
            return given.And(conductor, new ElectionCommand.OpenRound([]));
        return e.Terms.Roll.FirstOrDefault(school => round.Choices.All(v => v.School != school)) is { } voter
            ? given.And(Who.Principal(voter), new ElectionCommand.VoteOpenly(round.Number, voter, round.Candidates.Where(s => s != voter).Skip(choice % 2).Take(1).ToEquatableList()))
            : given.And(conductor, new ElectionCommand.CloseRound(round.Number));
    }
}
