using ClusterActors.Campaigns;
using ClusterActors.Elections;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Of counts on paper; secret ballots will have their own.</summary>
internal sealed class Invariant03AllAccountedFor() : Invariant(3, "counted, invalid and absent ballots are the roll")
{
    private readonly Polls polls = new();

    public override void Committed(World world, Commit commit)
    {
        foreach (var happened in commit.Events)
        {
            polls.Follow(happened);
            if (happened.Event is CampaignEvent.CountRecorded paper)
                Check(commit.Append.Stream, polls.Of(commit.Append.Stream, paper.Vote), paper.Count);
            if (happened.Event is ElectionEvent.CountRecorded round)
                Check(commit.Append.Stream, polls.Of(commit.Append.Stream, round.Round), round.Count);
        }
    }

    private void Check(string stream, Ballot ballot, PaperCount count)
    {
        var (absent, kept) = (ballot.Roll.Count - count.Issued, count.Issued - count.Returned);
        Holds(absent >= 0 && kept >= 0 && count.Valid >= 0 && count.Invalid >= 0 && count.Valid + count.Invalid + kept + absent == ballot.Roll.Count,
            $"a count of {stream} does not add up to a roll of {ballot.Roll.Count}: {count}");
        Holds(count.Marks.All(m => m.Count >= 0 && m.Count <= count.Valid && ballot.Candidates.Contains(m.School)) && count.Marks.Sum(m => m.Count) <= count.Valid * (ballot.Most ?? ballot.Places),
            $"a count of {stream} has marks that {count.Valid} valid ballots of {ballot.Most ?? ballot.Places} marks cannot bear: {count}");
    }
}
