using System.Numerics;
using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;

namespace ClusterActors.Tests.Elections;

/// <summary>
/// The same election told a second time, plainly: places come from counting who stands better, one pair at a time. No sorting,
/// no states, no events.
/// </summary>
internal sealed class ElectionOracle(ElectionCase c)
{
    /// <summary>For each round: who was elected, best first, and whether a lot was drawn.</summary>
    public List<(string[] Elected, bool Lot)> Rounds { get; } = [];

    /// <summary>Null when nobody is elected head.</summary>
    public Officers? Hold()
    {
        var head = Fill(Office.Head, 1, [.. c.Terms.Candidates]).SingleOrDefault();
        return head is null ? null : new(2021, head, [.. Fill(Office.Deputy, c.Terms.Deputies, [.. c.Terms.Candidates.Where(s => s != head)])]);
    }

    private List<string> Fill(Office office, int seats, List<string> candidates)
    {
        var elected = new List<string>();
        var again = false;
        for (var round = 1; (round <= c.Terms.Rules.Rounds.Value || again) && elected.Count < seats && candidates.Count > 0; round++)
        {
            var number = Rounds.Count + 1;
            var open = seats - elected.Count;
            var count = c.Count(number, candidates, open);
            var final = round >= c.Terms.Rules.Rounds.Value;
            var now = Elected(number, count, open, final, again);
            var level = again ? [] : Level(count, open, final);
            elected.AddRange(now);
            candidates.RemoveAll(now.Contains);
            again = final && level.Count > 0;
            var places = (open - now.Length) * c.Terms.Rules.StayPerSeat.Value;
            if (level.Count > 0)
            {
                candidates.RemoveAll(s => !level.Contains(s));
            }
            else if (Quorum(count))
            {
                var before = candidates.ToList();
                candidates.RemoveAll(s => before.Count(other => Marks(count, other) > Marks(count, s)) >= places);
            }
        }

        return elected;
    }

    // Who stands level with others across the last seat, and is voted on again.
    private List<string> Level(PaperCount count, int seats, bool final)
    {
        if (!Chain.Contains(TieBreak.Revote))
            return [];
        var passed = count.Marks.Where(m => Passes(m.Count, count, final)).Select(m => m.School).ToList();
        var asked = final ? Chain.Take(Chain.IndexOf(TieBreak.Revote)) : [];
        int Ahead(string s) => passed.Count(o => Better(count, o, s, asked) > 0);
        int With(string s) => passed.Count(o => Better(count, o, s, asked) == 0);
        return passed.FindAll(s => Ahead(s) < seats && Ahead(s) + With(s) > seats);
    }

    private List<TieBreak> Chain => [.. c.Terms.Rules.TieChain.Value];

    private string[] Elected(int number, PaperCount count, int seats, bool final, bool again)
    {
        var passed = count.Marks.Where(m => again ? m.Count > 0 && Quorum(count) : Passes(m.Count, count, final)).Select(m => m.School).ToList();
        var level = again ? [] : Level(count, seats, final);

        // Who holds a seat whatever a lot might say, or might get one by it.
        bool Reaches(string s) => passed.Count(o => Better(count, o, s) > 0) < seats;
        bool Keeps(string s) => level.Count > 0 ? !level.Contains(s) && Reaches(s)
            : final
            ? passed.Count(o => Better(count, o, s) >= 0) <= seats
            : passed.Count(o => Marks(count, o) >= Marks(count, s)) <= seats;

        var disputed = passed.Where(s => final && level.Count == 0 ? Reaches(s) : Keeps(s)).ToList();
        var lot = c.Terms.Rules.TieChain.Value.Contains(TieBreak.Lot) && disputed.Exists(s => passed.Exists(o => o != s && Better(count, o, s) == 0 && disputed.Contains(o)));
        var purpose = $"election:8:2021 round {number}";
        var drawn = lot ? [.. Draw.Shuffle(passed, SeedBytes.For(purpose, c.Seed), purpose)] : passed.Order(StringComparer.Ordinal).ToList();

        // Without a lot the order of codes tells who stands first, never who is in.
        int Place(string s) => passed.Count(o => Better(count, o, s) > 0 || (Better(count, o, s) == 0 && drawn.IndexOf(o) < drawn.IndexOf(s)));
        var elected = passed.Where(s => final && lot && level.Count == 0 ? Place(s) < seats : Keeps(s)).OrderBy(Place).ToArray();
        Rounds.Add((elected, lot));
        return elected;
    }

    private bool Quorum(PaperCount count) => Share(count.Returned, c.Terms.Roll.Count, c.Terms.Rules.Quorum.Value);

    private bool Passes(int marks, PaperCount count, bool final)
    {
        var basis = c.Terms.Rules.Base.Value switch
        {
            PercentageBase.Roll => c.Terms.Roll.Count,
            PercentageBase.Cast => count.Returned,
            _ => count.Valid,
        };
        return marks > 0 && Quorum(count) && ((final && c.Terms.Rules.FinalRoundPlurality.Value) || Enough(marks, basis));
    }

    private bool Enough(BigInteger marks, BigInteger basis) =>
        c.Terms.Rules is { Above.Value: true, Threshold.Value: var share } ? marks * share.Denominator > basis * share.Numerator : Share(marks, basis, c.Terms.Rules.Threshold.Value);

    private static bool Share(BigInteger part, BigInteger whole, Fraction share) => part * share.Denominator >= whole * share.Numerator;

    private static int Marks(PaperCount count, string school) => count.Marks.Single(m => m.School == school).Count;

    // Above zero where the first stands better by marks and chain, lots aside.
    private int Better(PaperCount count, string first, string second) => Better(count, first, second, Chain);

    private int Better(PaperCount count, string first, string second, IEnumerable<TieBreak> chain)
    {
        var (a, b) = (c.Terms.Ranking.Single(r => r.School == first), c.Terms.Ranking.Single(r => r.School == second));
        var differences = chain.Select(rule => rule switch
        {
            TieBreak.Score => a.Total - b.Total,
            TieBreak.FewerPenalties => b.Penalty - a.Penalty,
            TieBreak.Bonus => a.Bonus - b.Bonus,
            _ => 0,
        });
        return Math.Sign(differences.Prepend(Marks(count, first) - Marks(count, second)).FirstOrDefault(d => d != 0));
    }
}
