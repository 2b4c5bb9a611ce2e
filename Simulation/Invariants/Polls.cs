using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Elections;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Every vote as its events tell it: votes on awards and rounds of elections alike.</summary>
internal sealed class Polls
{
    private readonly Dictionary<string, EquatableList<string>> rolls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EquatableList<string>> voters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, EquatableList<RankingRow>> rankings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ElectionTerms> terms = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Stream, int Number), Ballot> ballots = [];
    private readonly Dictionary<(string Stream, string Purpose), Seed> seeds = [];

    public Ballot Of(string stream, int number) => ballots[(stream, number)];

    /// <summary>The schools that count now: those a vote or an election is opened with, but for mergers of members since.</summary>
    public EquatableList<string> RollOf(string stream) => rolls[stream];

    public EquatableList<RankingRow> RankingOf(string stream) => rankings[stream];

    public ElectionTerms TermsOf(string stream) => terms[stream];

    /// <summary>What a draw was made from; null when the beacon was not asked or has not answered.</summary>
    public byte[]? SeedOf(string stream, string purpose) => seeds.TryGetValue((stream, purpose), out var seed) ? VoteOracle.SeedOf(purpose, seed) : null;

    private static EquatableList<string> After(EquatableList<string> schools, ElectionEvent.MembersMerged m) =>
        [.. schools.Except(m.Left), .. m.Heir is { } heir ? [heir] : Array.Empty<string>()];

    public void Follow(Happened happened)
    {
        var stream = happened.Recorded.Stream;
        switch (happened.Event)
        {
            case BeaconEvent.SeedDrawn drawn:
                seeds[(drawn.Stream, drawn.Purpose)] = drawn.Seed;
                break;
            case CampaignEvent.Opened opened:
                rolls[stream] = opened.Roll;
                break;
            case CampaignEvent.MembersMerged m:
                rolls[stream] = rolls[stream].Except(m.Left).Concat(m.Heir is { } heir ? [heir] : []).ToEquatableList();
                break;
            case CampaignEvent.RankingFixed ranked:
                rankings[stream] = ranked.Ranking;
                break;
            case CampaignEvent.ScoresCorrected corrected:
                rankings[stream] = corrected.Ranking;
                break;
            case CampaignEvent.VoteOpened v:
                ballots[(stream, v.Vote)] = new(v.Voters ?? rolls[stream], v.Seats ?? v.Rules.Quota.Value, v.Rules.Quorum.Value, v.Rules.Base.Value, v.Rules.Threshold.Value, v.Candidates) { Above = v.Rules.Above?.Value ?? false, Most = v.Rules.MaxMarks?.Value, Revote = v.Revote ?? false };
                break;
            case CampaignEvent.CountRecorded r:
                Of(stream, r.Vote).Paper = r.Count;
                break;
            case CampaignEvent.VotedOpenly o:
                Of(stream, o.Vote).Choices.Add(new(o.School, o.Choices));
                break;
            case ElectionEvent.Called called:
                (rolls[stream], rankings[stream], terms[stream]) = (called.Terms.Roll, called.Terms.Ranking, called.Terms);
                voters[stream] = called.Terms.Rules.Voters is { Value: VoterRule.NotBarred } ? called.Terms.Candidates : called.Terms.Roll;
                break;
            case ElectionEvent.MembersMerged m:
                (rolls[stream], voters[stream]) = (After(rolls[stream], m), After(voters[stream], m));
                terms[stream] = terms[stream] with { Candidates = After(terms[stream].Candidates, m) };
                if (m.Annulled is null && happened.Before is ElectionState.Called { UnderWay: { } round })
                    ballots[(stream, round.Number)] = Of(stream, round.Number).Without(m.Left, voters[stream]);
                break;
            case ElectionEvent.RoundOpened r when terms[stream].Rules is var rules:
                ballots[(stream, r.Round)] = new(voters[stream], r.Seats, rules.Quorum.Value, rules.Base.Value, rules.Threshold.Value, r.Candidates) { Above = rules.Above?.Value ?? false, Most = rules.MaxMarks?.Value, Revote = r.Revote ?? false };
                break;
            case ElectionEvent.CountRecorded r:
                Of(stream, r.Round).Paper = r.Count;
                break;
            case ElectionEvent.VotedOpenly o:
                Of(stream, o.Round).Choices.Add(new(o.School, o.Choices));
                break;
            default:
                break;
        }
    }
}

/// <summary>A vote under way, with the rules it was opened with.</summary>
/// <param name="roll">Frozen when the vote was opened, or the election called; of an election a merger of members changes it, and nothing else.</param>
internal sealed class Ballot(
    EquatableList<string> roll, int places, Fraction quorum, PercentageBase basis, Fraction threshold, EquatableList<string> candidates)
{
    public EquatableList<string> Roll => roll;

    /// <summary>Seats or nominations.</summary>
    public int Places => places;

    public EquatableList<string> Candidates => candidates;

    /// <summary>Marks on one ballot; null: as many as places.</summary>
    public int? Most { get; init; }

    /// <summary>Between equals of the round before, all of whom have had enough marks there.</summary>
    public bool Revote { get; init; }

    /// <summary>It takes more than the threshold.</summary>
    public bool Above { get; init; }

    /// <summary>The committee's latest record; null for an open vote.</summary>
    public PaperCount? Paper { get; set; }

    public List<OpenChoice> Choices { get; } = [];

    public int Cast => Paper?.Returned ?? Choices.Count;

    public int Valid => Paper?.Valid ?? Choices.Count;

    public IReadOnlyDictionary<string, int> Marks => Paper is { } paper
        ? paper.Marks.ToDictionary(m => m.School, m => m.Count, StringComparer.Ordinal)
        : Choices.SelectMany(v => v.Choices).GroupBy(s => s, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    public int BaseCount => basis == PercentageBase.Roll ? roll.Count : basis == PercentageBase.Cast ? Cast : Valid;

    public bool Quorum => VoteOracle.IsReached(quorum, Cast, roll.Count);

    /// <summary>An open round after a merger: what was voted by or for schools that are no more does not count.</summary>
    public Ballot Without(EquatableList<string> left, EquatableList<string> now)
    {
        var after = new Ballot(now, places, quorum, basis, threshold, [.. candidates.Except(left)]) { Above = Above, Most = Most, Revote = Revote };
        after.Choices.AddRange(Choices.Where(v => !left.Contains(v.School) && !v.Choices.Any(left.Contains)));
        return after;
    }

    public bool IsEnough(int marks) => Revote || (Above ? !VoteOracle.IsReached(new(threshold.Denominator - threshold.Numerator, threshold.Denominator), BaseCount - marks, BaseCount) : VoteOracle.IsReached(threshold, marks, BaseCount));
}
