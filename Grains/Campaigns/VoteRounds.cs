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
        && (OpenSeats(last) == 0 || (last.Round >= (last.Rules.Rounds?.Most.Value ?? 1) && !RevoteDue(last)) || Staying(last).Count == 0);

    /// <summary>Equals at the last place stand once more, whether or not the rounds are over.</summary>
    public static bool RevoteDue(Vote decided) => decided.Outcome!.Tied is not null;

    public static int OpenSeats(Vote decided) => decided.Seats - decided.Outcome!.Chosen.Count;

    /// <summary>Who stays a candidate after a round; who is barred or merged before the next is opened is none in it.</summary>
    public static EquatableList<string> Staying(Vote decided)
    {
        var outcome = decided.Outcome!;
        if (outcome.Tied is { } equals)
            return equals;
        var left = Best.MarksOf(decided.Candidates.Except(outcome.Chosen), outcome.Marks);
        var rule = outcome.Quorum ? decided.Rules.Rounds?.Candidates.Value ?? NextCandidates.All : NextCandidates.All;
        return rule switch
        {
            NextCandidates.BestTwicePerSeat => Best.Of(left, StayPerSeat(decided) * OpenSeats(decided)).ToEquatableList(),
            NextCandidates.BelowThreshold => left.Where(m => m.Count == 0 || !decided.Rules.Threshold.Value.IsMetBy(decided.Rules.Above, m.Count, outcome.BaseCount)).Select(m => m.School).ToEquatableList(),
            _ => left.Select(m => m.School).ToEquatableList(),
        };
    }

    private static int StayPerSeat(Vote vote) => vote.Rules.Rounds?.StayPerSeat?.Value ?? 2;
}
