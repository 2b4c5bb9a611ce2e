using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Journal;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using FsCheck.Fluent;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

/// <summary>An award is voted on until there is nothing more to vote on, whatever the members mark.</summary>
public sealed class VoteRoundProperties
{
    private sealed record Case(int Most, int Quota, NextCandidates Candidates, int[][] Marks, int Turn);

    private static readonly FsCheck.Gen<Case> Cases =
        from most in Gen.Choose(1, 4)
        from quota in Gen.Choose(1, 3)
        from candidates in Gen.Elements(Enum.GetValues<NextCandidates>())
        from marks in Gen.ArrayOf(Gen.ArrayOf(Gen.Elements(0, 0, 1, 3, 5, 7), 7), 4)
        from turn in Gen.Choose(0, 6)
        select new Case(most, quota, candidates, marks, turn);

    private static readonly CampaignEvent[] AfterOpening = [.. At(Phase.Ranked).History.Skip(1)];

    [Fact]
    public void rounds_end_nobody_is_chosen_twice_and_candidates_only_grow_fewer() => Property.Holds(Cases, c =>
    {
        var votes = StateOf(Held(c, turn: 0)).Votes;
        Assert.InRange(votes.Count, 1, c.Most);
        Assert.InRange(votes.Sum(v => v.Outcome!.Chosen.Count), 0, c.Quota);
        Assert.Equal(votes.Select(v => v.Number), votes.Select(v => v.Round));
        foreach (var (before, after) in votes.Zip(votes.Skip(1)))
        {
            Assert.Equal(before.Seats - before.Outcome!.Chosen.Count, after.Seats);
            Assert.Empty(after.Candidates.Except(before.Candidates.Except(before.Outcome.Chosen)));
        }
    }, tests: 100);

    [Fact]
    public void the_order_in_which_marks_are_counted_does_not_matter() => Property.Holds(Cases, c => Assert.Equal(
        StateOf(Held(c, turn: 0)).Votes.Select(v => (v.Candidates, v.Outcome)), StateOf(Held(c, c.Turn)).Votes.Select(v => (v.Candidates, v.Outcome))), tests: 50);

    // Until no further round is due; the tie chain has no lot, so that equals stay open.
    private static Campaign0 Held(Case c, int turn)
    {
        var regulation = SampleRegulation.Of(2020).WithRounds(c.Most, c.Candidates, c.Quota);
        var given = Unopened.With(new CampaignEvent.Opened("8", regulation with
        {
            Votes = regulation.Votes.Select(v => v with { TieChain = SampleRegulation.Sourced<EquatableList<TieBreak>>([TieBreak.Score]) }).ToEquatableList(),
        }, ClusterStory.Guidance2020, Roll, ClusterStory.Officers2020)).With(AfterOpening);
        for (var round = 1; GoesOn(given); round++)
        {
            var opened = given.When(Head, new CampaignCommand.OpenVote(Award.Flag, Committee)).One<CampaignEvent.VoteOpened>();
            given = given.Voted(round, Award.Flag, Counted(opened, c.Marks[round - 1], turn));
        }

        return given;
    }

    private static bool GoesOn(Campaign0 given) =>
        given.Concept.Decide(given.State, new CampaignCommand.OpenVote(Award.Flag, Committee), new(Key.ToString(), Head, Moment.Default)) is Decision<CampaignEvent>.Accept;

    private static PaperCount Counted(CampaignEvent.VoteOpened opened, int[] wanted, int turn)
    {
        var left = 7 * (opened.Seats ?? opened.Rules.Quota.Value);
        var marks = new List<Marks>();
        foreach (var (school, count) in opened.Candidates.Zip(wanted))
        {
            marks.Add(new(school, Math.Min(count, left)));
            left -= marks[^1].Count;
        }

        return new(7, 7, 7, 0, [.. marks.Skip(turn), .. marks.Take(turn)]);
    }
}
