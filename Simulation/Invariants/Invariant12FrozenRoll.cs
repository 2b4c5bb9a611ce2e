using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Elections;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant12FrozenRoll() : Invariant(12, "quorum and threshold use the roll as it was frozen, but for mergers that an election has on record")
{
    private readonly Polls polls = new();

    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            polls.Follow(happened);
            if (happened is { Event: CampaignEvent.VoteOpened opened, After: CampaignState.Opened c })
                CheckVoters(commit.Append.Stream, opened, c);
            if (happened.Event is CampaignEvent.VoteDecided vote)
                Check(commit.Append.Stream, vote.Vote, vote.Outcome.Quorum, vote.Outcome.BaseCount, vote.Outcome.Chosen, byPlurality: false);
            if (happened is { Event: ElectionEvent.RoundDecided round, Before: ElectionState.Called e })
                Check(commit.Append.Stream, round.Round, round.Outcome.Quorum, round.Outcome.BaseCount, round.Outcome.Elected, e.RoundOf(round.Round)!.Final && e.Terms.Rules.FinalRoundPlurality.Value);
        }
    }

    // What is known of bars and registrations, told in another way than the domain's.
    private void CheckVoters(string stream, CampaignEvent.VoteOpened opened, CampaignState.Opened c)
    {
        var bars = BarOracle.Of(c.Bars);
        var expected = opened.Rules.Voters?.Value switch
        {
            VoterRule.NotBarred => c.Roll.Where(school => !bars.Keeps(school, c.Key.Year, c.Regulation, BarredFrom.Review)),
            VoterRule.Registered => c.Roll.Intersect(c.Registrations.Where(r => r.Awards.Contains(opened.Rules.Award)).Select(r => r.School)),
            _ => polls.RollOf(stream),
        };
        Holds(expected.SequenceEqual(opened.Voters ?? polls.RollOf(stream)), $"vote {opened.Vote} of {stream} is held among {opened.Voters}");
    }

    private void Check(string stream, int number, bool quorum, int baseCount, EquatableList<string> chosen, bool byPlurality)
    {
        var ballot = polls.Of(stream, number);
        Holds(quorum == ballot.Quorum, $"vote {number} of {stream} says quorum {quorum} with {ballot.Cast} ballots of a roll of {ballot.Roll.Count}");
        Holds(baseCount == ballot.BaseCount, $"vote {number} of {stream} takes shares of {baseCount}, and should of {ballot.BaseCount}");
        Holds(quorum || chosen.Count == 0, $"vote {number} of {stream} chose {chosen} without a quorum");
        Holds(byPlurality || chosen.All(s => ballot.IsEnough(ballot.Marks.GetValueOrDefault(s))), $"vote {number} of {stream} chose {chosen}, some of whom are below the threshold");
    }
}
