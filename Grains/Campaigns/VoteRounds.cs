using ClusterActors.Academy;
using ClusterActors.Ballots;

namespace ClusterActors.Campaigns;

/// <summary>The rounds of an award. Each is a vote of its own, with its number, committee, count and outcome; a later one is held only on the seats that are open.</summary>
internal static class VoteRounds
{
    /// <summary>The latest round that counts; null before the first.</summary>
    public static Vote? Latest(CampaignState.Opened c, Award award) => VoteDecider.Valid(c).LastOrDefault(v => v.Rules.Award == award);

    /// <summary>Whether the award is not voted on any more: its seats are filled, its rounds are over, or nobody can be a candidate.</summary>
    public static bool IsOver(CampaignState.Opened c, Award award) =>
        Latest(c, award) is { Outcome: not null } last
        && (OpenSeats(last) == 0 || (last.Round >= (last.Rules.Rounds?.Most.Value ?? 1) && !RevoteDue(last)) || Staying(c, last).Count == 0);

    /// <summary>Equals at the last place stand once more, whether or not the rounds are over.</summary>
    public static bool RevoteDue(Vote decided) => decided.Outcome!.Tied is not null;

    /// <summary>The round that comes after a decided vote. A vote among equals belongs to the round that has left them.</summary>
    public static int Following(Vote decided) => RevoteDue(decided) ? decided.Round : decided.Round + 1;

    public static int OpenSeats(Vote decided) => decided.Seats - decided.Outcome!.Chosen.Count;

    /// <summary>Who stays a candidate after a round; who is barred or merged before the next is opened is none in it.</summary>
    public static EquatableList<string> Staying(CampaignState.Opened c, Vote decided)
    {
        if (decided.Outcome!.Tied is { } equals)
            return equals;

        // After a vote among equals those stay who stayed in its round, but for whom it has chosen.
        var round = VoteDecider.Valid(c).Last(v => v.Rules.Award == decided.Rules.Award && v.Round == decided.Round && !v.Revote);
        var (rules, outcome) = (round.Rules, round.Outcome!);
        var left = Best.MarksOf(round.Candidates.Except(outcome.Chosen).Except(decided.Outcome.Chosen), outcome.Marks);
        var rule = outcome.Quorum ? rules.Rounds?.Candidates.Value ?? NextCandidates.All : NextCandidates.All;
        return rule switch
        {
            NextCandidates.BestTwicePerSeat => Best.Of(left, StayPerSeat(round) * OpenSeats(decided)).ToEquatableList(),
            NextCandidates.BelowThreshold => left.Where(m => m.Count == 0 || !rules.Threshold.Value.IsMetBy(rules.Above, m.Count, outcome.BaseCount)).Select(m => m.School).ToEquatableList(),
            _ => left.Select(m => m.School).ToEquatableList(),
        };
    }

    private static int StayPerSeat(Vote vote) => vote.Rules.Rounds?.StayPerSeat?.Value ?? 2;
}
