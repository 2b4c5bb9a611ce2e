using ClusterActors.Academy;
using ClusterActors.Ballots;
using ClusterActors.Campaigns;
using ClusterActors.Elections;

namespace ClusterActors.Simulation.People;

/// <summary>How members vote and committees count: clear majorities, ties, scattered marks, too few ballots, spoilt ones.</summary>
internal sealed class Polling(Chance chance)
{
    /// <summary>A vote on an award, under way.</summary>
    public IEnumerable<Errand> Due(CampaignState.Opened c, Vote vote)
    {
        if (vote.LotAsked)
            return [];
        return vote.Rules.Method.Value == VoteMethod.Paper
            ? Counting(vote, vote.Rules.Confirmations.Value, vote.Roll.Count).Select(by => Errand.Of(c.Key, by.Actor, by.Count is { } count
                ? new CampaignCommand.RecordCount(vote.Number, count)
                : new CampaignCommand.ConfirmCount(vote.Number, vote.Recording)))
            : [
                .. Absent(vote.Roll, vote).Select(s => Errand.Of(c.Key, Cast.Principal(s), new CampaignCommand.VoteOpenly(vote.Number, s, Choices(vote, s)))),
                .. vote.Choices.Count >= vote.Roll.Count / 2 ? [Errand.Of(c.Key, Cast.Officer(c.Officers.Head), new CampaignCommand.CloseOpenVote(vote.Number))] : Array.Empty<Errand>(),
            ];
    }

    /// <summary>What the election of next year's officers waits for.</summary>
    public IEnumerable<Errand> Due(ElectionState.Called e)
    {
        if (e is not { Stage: ElectionStage.Voting, Terms.Roll: [_, ..] })
            return [];
        var (rules, paper) = (e.Terms.Rules, e.Terms.Rules.Method.Value == VoteMethod.Paper);
        var conductor = Cast.Officer(e.Conductor);
        if (e.UnderWay is not { } round)
            return [Errand.Of(e.Key, conductor, new ElectionCommand.OpenRound(paper ? Committee(e.Terms.Roll, rules.CommitteeSize.Value) : []))];
        return paper
            ? Counting(round, rules.Confirmations.Value, e.Voters.Count).Select(by => Errand.Of(e.Key, by.Actor, by.Count is { } count
                ? new ElectionCommand.RecordCount(round.Number, count)
                : new ElectionCommand.ConfirmCount(round.Number, round.Recording)))
            : [
                .. Absent(e.Voters, round).Select(s => Errand.Of(e.Key, Cast.Principal(s), new ElectionCommand.VoteOpenly(round.Number, s, Choices(round, s)))),
                .. round.Choices.Count >= e.Voters.Count / 2 ? [Errand.Of(e.Key, conductor, new ElectionCommand.CloseRound(round.Number))] : Array.Empty<Errand>(),
            ];
    }

    public EquatableList<string> Committee(EquatableList<string> roll, int size)
    {
        var first = chance.Below(roll.Count);
        return Enumerable.Range(first, size).Select(n => roll[n % roll.Count]).ToEquatableList();
    }

    public PaperCount Count(IBallot ballot, int roll)
    {
        var returned = chance.OneIn(5) ? chance.Below(roll + 1) : Math.Max(0, roll - chance.Below(2));
        var invalid = chance.OneIn(3) ? chance.Below(returned + 1) / 2 : 0;
        var valid = returned - invalid;
        return new(Math.Max(returned, roll - chance.Below(2)), returned, valid, invalid, chance.OneIn(3) ? Tie(ballot, valid) : Scattered(ballot, valid));
    }

    private EquatableList<Marks> Tie(IBallot ballot, int valid) =>
        Some(ballot.Candidates, ballot.MostMarks + 1).Select(school => new Marks(school, valid * ballot.MostMarks / (ballot.MostMarks + 1))).ToEquatableList();

    private EquatableList<Marks> Scattered(IBallot ballot, int valid)
    {
        var (marks, left) = (new List<Marks>(), valid * ballot.MostMarks);
        foreach (var school in Some(ballot.Candidates, chance.Between(1, 4)))
        {
            var most = Math.Min(valid, left);
            marks.Add(new(school, chance.OneIn(2) ? most : chance.Below(most + 1)));
            left -= marks[^1].Count;
        }

        return marks.ToEquatableList();
    }

    // Somebody of the committee records, the others confirm.
    private IEnumerable<(Actor Actor, PaperCount? Count)> Counting(IBallot ballot, int confirmations, int roll) => ballot.Count is null
        ? [(Cast.Officer(ballot.Committee[0]), Count(ballot, roll))]
        : ballot.Committee.Where(s => s != ballot.RecordedBy && !ballot.Confirmations.Contains(s)).Take(confirmations + 1).Select(s => (Cast.Officer(s), (PaperCount?)null));

    private static IEnumerable<string> Absent(EquatableList<string> roll, IBallot ballot) => roll.Where(s => ballot.Choices.All(v => v.School != s));

    private EquatableList<string> Choices(IBallot ballot, string school) =>
        Some(ballot.Candidates.Where(s => s != school).Take(3).ToList(), chance.Below(ballot.MostMarks + 1)).ToEquatableList();

    // The first candidate is a favourite, so that one school is chosen for two awards.
    private IEnumerable<string> Some(IReadOnlyList<string> candidates, int most)
    {
        var first = chance.OneIn(2) ? 0 : chance.Below(Math.Max(1, candidates.Count));
        return Enumerable.Range(first, Math.Min(most, candidates.Count)).Select(n => candidates[n % candidates.Count]);
    }
}
