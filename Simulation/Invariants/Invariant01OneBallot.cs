using ClusterActors.Campaigns;
using ClusterActors.Elections;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Of votes by name, and of counts on paper as far as they can say it.</summary>
internal sealed class Invariant01OneBallot() : Invariant(1, "at most one ballot of each school on the roll is counted")
{
    private readonly Polls polls = new();

    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            polls.Follow(happened);
            var number = happened.Event switch { CampaignEvent.VoteDecided d => d.Vote, ElectionEvent.RoundDecided d => d.Round, _ => 0 };
            if (number == 0)
                continue;
            var ballot = polls.Of(commit.Append.Stream, number);
            Holds(ballot.Cast <= ballot.Roll.Count, $"vote {number} of {commit.Append.Stream} counts {ballot.Cast} ballots of a roll of {ballot.Roll.Count}");
            Holds(ballot.Choices.Select(v => v.School).Distinct().Count() == ballot.Choices.Count && ballot.Choices.All(v => ballot.Roll.Contains(v.School)),
                $"in vote {number} of {commit.Append.Stream} a school has voted twice, or one that is not on the roll");
            Holds(ballot.Choices.All(v => v.Choices.Count <= (ballot.Most ?? ballot.Places) && v.Choices.Distinct().Count() == v.Choices.Count && v.Choices.All(ballot.Candidates.Contains)),
                $"in vote {number} of {commit.Append.Stream} a ballot has more marks than {ballot.Most ?? ballot.Places}, or one for no candidate");
        }
    }
}
