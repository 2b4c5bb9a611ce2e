using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

/// <summary>A vote counted once more by its rules, in another way than the domain's: by classes of equals. Nothing of the domain is called.</summary>
internal static class VoteOracle
{
    public static bool IsReached(Fraction share, int part, int whole) => new BigInteger(part) * share.Denominator >= new BigInteger(whole) * share.Numerator;

    /// <summary>Whom a vote on an award chooses.</summary>
    /// <param name="seed">Of the lot that was drawn; null where none was.</param>
    /// <returns>Null where equals stand about the last place, and a lot has to part them.</returns>
    public static List<string>? Chosen(Ballot ballot, VoteRules rules, EquatableList<RankingRow> ranking, byte[]? seed)
    {
        var chosen = new List<string>();
        var chain = Chain(ballot, rules.TieChain.Value);
        foreach (var equals in Classes(ballot, ballot.IsEnough, chain, ranking))
        {
            var left = ballot.Places - chosen.Count;
            if (equals.Count <= left)
                chosen.AddRange(equals);
            else if (left == 0 || !chain.Contains(TieBreak.Lot))
                break;
            else if (seed is null)
                return null;
            else
                chosen.AddRange(Lot(equals, seed, $"vote {rules.Award}").Take(left));
        }

        return chosen;
    }

    /// <summary>Equals about the last place, for whom the rules have another vote among themselves; null where there are none.</summary>
    public static List<string>? Tied(Ballot ballot, EquatableList<TieBreak> chain, IEnumerable<List<string>> classes)
    {
        if (ballot.Revote || !chain.Contains(TieBreak.Revote))
            return null;
        var before = 0;
        foreach (var equals in classes)
        {
            if (before < ballot.Places && before + equals.Count > ballot.Places)
                return equals;
            before += equals.Count;
        }

        return null;
    }

    /// <summary>What parts equals in this vote: what comes before another vote among them, or, in that one, after it.</summary>
    public static List<TieBreak> Chain(Ballot ballot, EquatableList<TieBreak> chain)
    {
        var split = chain.ToList().IndexOf(TieBreak.Revote);
        var whole = chain.ToList();
        return ballot.Revote ? whole[(split + 1)..] : split < 0 ? whole : whole[..split];
    }

    /// <summary>Who may be voted on once more; null where no further round is due.</summary>
    /// <param name="round">The one that was held.</param>
    /// <param name="tied">Its equals about the last place; null where there were none to be voted on again.</param>
    public static List<string>? Next(Ballot ballot, VoteRules rules, int round, EquatableList<string> chosen, List<string>? tied)
    {
        if (tied is not null)
            return tied;
        var open = ballot.Places - chosen.Count;
        if (rules.Rounds is not { } more || round >= more.Most.Value || open == 0)
            return null;
        var left = ballot.Candidates.Where(school => !chosen.Contains(school)).ToList();
        var next = !ballot.Quorum ? left : more.Candidates.Value switch
        {
            NextCandidates.BelowThreshold => left.FindAll(school => Marks(school) == 0 || !ballot.IsEnough(Marks(school))),
            NextCandidates.BestTwicePerSeat => left.FindAll(school => left.FindAll(other => Marks(other) > Marks(school)).Count < open * (more.StayPerSeat is { Value: var stay } ? stay : 2)),
            _ => left,
        };
        return next.Count == 0 ? null : next;

        int Marks(string school) => ballot.Marks.GetValueOrDefault(school);
    }

    /// <summary>Classes of equals by marks and chain, best first; who has no marks or not enough of them is in none, nor anybody without a quorum.</summary>
    public static List<List<string>> Classes(Ballot ballot, Func<int, bool> enough, IEnumerable<TieBreak> chain, EquatableList<RankingRow> ranking)
    {
        var marks = ballot.Marks;
        List<List<string>> classes = ballot.Quorum ? [[.. marks.Where(m => m.Value > 0 && enough(m.Value)).Select(m => m.Key).Order(StringComparer.Ordinal)]] : [];
        classes = Split(classes, school => marks[school]);
        foreach (var rule in chain.Where(rule => rule is not (TieBreak.Lot or TieBreak.Revote)))
        {
            classes = Split(classes, school => ranking.FirstOrDefault(r => r.School == school) is not { } row ? 0
                : rule == TieBreak.Score ? row.Total
                : rule == TieBreak.Bonus ? row.Bonus
                : -row.Penalty);
        }

        return classes;
    }

    /// <summary>The bytes of a draw, from what the beacon gave and what it was asked for.</summary>
    public static byte[] SeedOf(string purpose, Seed seed) => SHA256.HashData([.. Text(purpose), .. Text(seed.Root), .. Number(seed.DrawnAt, 8)]);

    /// <summary>In the order of a lot: the lowest hash first.</summary>
    public static List<string> Lot(IEnumerable<string> schools, byte[] seed, string purpose) =>
        [.. schools.OrderBy(school => Convert.ToHexString(SHA256.HashData([.. Number(seed.Length, 4), .. seed, .. Encoding.UTF8.GetBytes(purpose + "\n" + school)])), StringComparer.Ordinal)];

    private static List<List<string>> Split(List<List<string>> classes, Func<string, decimal> by) =>
        [.. classes.SelectMany(equals => equals.GroupBy(by).OrderByDescending(g => g.Key).Select(g => g.ToList()))];

    private static byte[] Text(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return [.. Number(bytes.Length, 8), .. bytes];
    }

    private static byte[] Number(long number, int size)
    {
        var bytes = new byte[size];
        for (var i = size - 1; i >= 0; i--, number >>= 8)
            bytes[i] = (byte)number;
        return bytes;
    }
}
