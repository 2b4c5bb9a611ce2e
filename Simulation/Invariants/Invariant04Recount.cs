using System.Globalization;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Threshold, tie chain, lot, second rounds and the election's end, all counted once more from the ballots.</summary>
internal sealed class Invariant04Recount() : Invariant(4, "what is published of a vote is what a recount gives")
{
    private readonly Polls polls = new();
    private readonly Dictionary<(string Stream, int Vote), Academy.VoteRules> rules = [];
    private readonly Dictionary<string, List<(int Vote, int Round, EquatableList<string>? Chosen, List<string>? Tied)>> held = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, ElectionEvent.RoundOpened>> rounds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(Office Office, RoundOutcome Outcome)>> decided = new(StringComparer.Ordinal);

    public override void Committed(World world, Commit commit)
    {
        var stream = commit.Append.Stream;
        foreach (var happened in commit.Events)
        {
            polls.Follow(happened);
            switch (happened.Event)
            {
                case CampaignEvent.VoteOpened opened:
                    CheckRound(stream, opened);
                    rules[(stream, opened.Vote)] = opened.Rules;
                    HeldOf(stream).Add((opened.Vote, opened.Round ?? 1, null, null));
                    break;
                case CampaignEvent.VoteAnnulled annulled:
                    HeldOf(stream).RemoveAll(v => v.Vote >= annulled.Vote);
                    break;
                case CampaignEvent.ConferenceHeld:
                    foreach (var award in HeldOf(stream).GroupBy(v => rules[(stream, v.Vote)].Award))
                        Holds(award.Last().Chosen is not null && NextAfter(stream, award.Last()) is null, $"the conference of {stream} is held, and {award.Key} is to be voted on once more");
                    break;
                case CampaignEvent.LotAsked lot:
                    Holds(Chosen(stream, lot.Vote, null) is null, $"vote {lot.Vote} of {stream} asks for a lot that it does not need");
                    break;
                case CampaignEvent.VoteDecided d:
                    Check(stream, d);
                    break;
                case ElectionEvent.RoundOpened opened:
                    Holds((opened.Revote ?? false) == (HeldFor(stream).Count >= polls.TermsOf(stream).Rules.Rounds.Value), $"round {opened.Round} of {stream} is between equals of the last round, or is not, against the rules");
                    if (!rounds.TryAdd(stream, new() { [opened.Round] = opened }))
                        rounds[stream].Add(opened.Round, opened);
                    break;
                case ElectionEvent.LotNeeded lot:
                    Holds(Recount(stream, lot.Round, null) is null, $"round {lot.Round} of {stream} asks for a lot that it does not need");
                    break;
                case ElectionEvent.RoundDecided d:
                    Check(stream, d);
                    CheckEnd(stream, commit);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>A later round is held on the seats that are open, among those who stay, and only where it is due.</summary>
    private void CheckRound(string stream, CampaignEvent.VoteOpened opened)
    {
        var before = HeldOf(stream).Where(v => rules[(stream, v.Vote)].Award == opened.Rules.Award).ToList();
        if (before is not [.., { Chosen: { } chosen } last])
        {
            Holds(before.Count == 0 && opened.Round is null && opened.Seats is null && opened.Revote is null, $"vote {opened.Vote} of {stream} is opened beside another on {opened.Rules.Award}");
            return;
        }

        var next = NextAfter(stream, last);
        Holds(next is not null && opened.Candidates.All(next.Contains), $"vote {opened.Vote} of {stream} is held among {opened.Candidates}, and those who stay are {string.Join(", ", next ?? ["nobody"])}");
        Holds(opened.Revote is true == last.Tied is not null, $"vote {opened.Vote} of {stream} is between equals, or is not, against the round before it");
        Holds(opened.Round == last.Round + (last.Tied is null ? 1 : 0) && opened.Seats == polls.Of(stream, last.Vote).Places - chosen.Count, $"vote {opened.Vote} of {stream} is round {opened.Round} on {opened.Seats} seats");
    }

    // What another vote among equals leaves open goes on where their round stood.
    private List<string>? NextAfter(string stream, (int Vote, int Round, EquatableList<string>? Chosen, List<string>? Tied) last)
    {
        var terms = rules[(stream, last.Vote)];
        var round = HeldOf(stream).Where(v => rules[(stream, v.Vote)].Award == terms.Award && v.Round == last.Round).ToList();
        return VoteOracle.Next(polls.Of(stream, round[0].Vote), terms, last.Round, round.SelectMany(v => v.Chosen!).ToEquatableList(), last.Tied);
    }

    private List<(int Vote, int Round, EquatableList<string>? Chosen, List<string>? Tied)> HeldOf(string stream)
    {
        if (!held.TryGetValue(stream, out var votes))
            held.Add(stream, votes = []);
        return votes;
    }

    private void Check(string stream, CampaignEvent.VoteDecided d)
    {
        var votes = HeldOf(stream);
        var at = votes.FindIndex(v => v.Vote == d.Vote);
        votes[at] = (d.Vote, votes[at].Round, d.Outcome.Chosen, Tied(stream, d.Vote));
        Holds((d.Outcome.Tied ?? []).SequenceEqual(votes[at].Tied ?? []), $"vote {d.Vote} of {stream} leaves {d.Outcome.Tied} as equals, and a recount {string.Join(", ", votes[at].Tied ?? [])}");
        var seed = d.Outcome.Seed is null ? null : polls.SeedOf(stream, VotePurpose(stream, d.Vote));
        Holds(d.Outcome.Seed is null || (seed is not null && Convert.ToHexStringLower(seed) == d.Outcome.Seed), $"the lot of vote {d.Vote} of {stream} was not drawn from its seed");
        Holds(d.Outcome.Seed is null || Chosen(stream, d.Vote, null) is null, $"vote {d.Vote} of {stream} was decided by a lot that it does not need");
        var chosen = Chosen(stream, d.Vote, seed);
        Holds(chosen is not null && chosen.SequenceEqual(d.Outcome.Chosen), $"vote {d.Vote} of {stream} chose {d.Outcome.Chosen}, and a recount {string.Join(", ", chosen ?? ["a lot"])}");
        CheckMarks(stream, d.Vote, d.Outcome.Marks);
    }

    private void Check(string stream, ElectionEvent.RoundDecided d)
    {
        var seed = d.Outcome.Seed is null ? null : polls.SeedOf(stream, RoundPurpose(stream, d.Round));
        Holds(d.Outcome.Seed is null || (seed is not null && Recount(stream, d.Round, null) is null), $"the lot of round {d.Round} of {stream} has no seed, or was not needed");
        var count = Recount(stream, d.Round, seed);
        Holds(count is not null && count.Elected.SequenceEqual(d.Outcome.Elected) && count.Staying.SequenceEqual(d.Outcome.Staying),
            $"round {d.Round} of {stream} elected {d.Outcome.Elected} and keeps {d.Outcome.Staying}; a recount: {string.Join(", ", count?.Elected ?? ["a lot"])} and {string.Join(", ", count?.Staying ?? [])}");
        CheckMarks(stream, d.Round, d.Outcome.Marks);
        if (!decided.TryAdd(stream, [(rounds[stream][d.Round].Office, d.Outcome)]))
            decided[stream].Add((rounds[stream][d.Round].Office, d.Outcome));
    }

    private void CheckMarks(string stream, int number, EquatableList<Marks> published) =>
        Holds(published.SequenceEqual(polls.Of(stream, number).Marks.Select(m => new Marks(m.Key, m.Value)).OrderBy(m => m.School, StringComparer.Ordinal)),
            $"the marks of vote {number} of {stream} are {published}, and were not given so");

    /// <summary>An election ends when its seats are filled, nobody can be elected any more, or its rounds are over; not before.</summary>
    private void CheckEnd(string stream, Commit commit)
    {
        var (terms, ended) = (polls.TermsOf(stream), decided[stream]);
        var roll = polls.RollOf(stream);
        var (head, deputies, mine) = (ElectedTo(stream, Office.Head), ElectedTo(stream, Office.Deputy), HeldFor(stream));
        var office = head.Count == 0 ? Office.Head : Office.Deputy;
        var seats = office == Office.Head ? 1 : terms.Deputies - deputies.Count;
        var staying = mine.Count == 0 ? [] : mine[^1].Outcome.Staying;
        var everybody = mine.Count == 0 || (staying.Count > 0 && !staying.Any(roll.Contains));
        var candidates = (everybody ? terms.Candidates : staying).Count(s => roll.Contains(s) && !head.Contains(s) && !deputies.Contains(s));
        var again = staying.Any(roll.Contains);
        var over = seats == 0 || candidates == 0 || (mine.Count >= terms.Rules.Rounds.Value && !again);
        var end = commit.Events[^1].Event;
        Holds(over == end is ElectionEvent.Failed or ElectionEvent.OfficersElected, $"{stream} ends {end?.GetType().Name} after {ended.Count} rounds");
        Holds(end is not ElectionEvent.Failed || head.Count == 0, $"{stream} has failed and elected {string.Join(", ", head)}");
        Holds(end is not ElectionEvent.OfficersElected elected || (head is [var first] && elected.Officers.Head == first && elected.Officers.Deputies.SequenceEqual(deputies) && elected.Unfilled == seats),
            $"{stream} has elected {end}, and its rounds {string.Join(", ", head)} with {string.Join(", ", deputies)}");
    }

    private List<string>? Tied(string stream, int vote)
    {
        var (ballot, chain) = (polls.Of(stream, vote), rules[(stream, vote)].TieChain.Value);
        return VoteOracle.Tied(ballot, chain, VoteOracle.Classes(ballot, ballot.IsEnough, VoteOracle.Chain(ballot, chain), polls.RankingOf(stream)));
    }

    private List<string>? Chosen(string stream, int vote, byte[]? seed) => VoteOracle.Chosen(polls.Of(stream, vote), rules[(stream, vote)], polls.RankingOf(stream), seed);

    private RoundCount? Recount(string stream, int round, byte[]? seed) => RoundCount.Of(
        polls.Of(stream, round), polls.TermsOf(stream).Rules, polls.RankingOf(stream), rounds[stream][round].Final, RoundPurpose(stream, round), seed);

    private List<string> ElectedTo(string stream, Office office) =>
        [.. decided.GetValueOrDefault(stream, []).Where(r => r.Office == office).SelectMany(r => r.Outcome.Elected).Where(polls.RollOf(stream).Contains)];

    /// <summary>The rounds of the office that is voted on; an office whose elected school is no more is voted on from the first round on.</summary>
    private List<(Office Office, RoundOutcome Outcome)> HeldFor(string stream)
    {
        var office = ElectedTo(stream, Office.Head).Count == 0 ? Office.Head : Office.Deputy;
        var mine = decided.GetValueOrDefault(stream, []).Where(r => r.Office == office).ToList();
        return mine[(1 + mine.FindLastIndex(r => r.Outcome.Elected.Any(s => !polls.RollOf(stream).Contains(s))))..];
    }

    private static string VotePurpose(string stream, int vote) => string.Create(CultureInfo.InvariantCulture, $"{stream} vote {vote}");

    private static string RoundPurpose(string stream, int round) => string.Create(CultureInfo.InvariantCulture, $"{stream} round {round}");
}
