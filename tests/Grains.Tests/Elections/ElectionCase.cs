using ClusterActors.Academy;
using ClusterActors.Beacons;
using ClusterActors.Campaigns;
using ClusterActors.Elections;
using ClusterActors.Tests.Academy;
using FsCheck.Fluent;

namespace ClusterActors.Tests.Elections;

/// <summary>Rules and votes of an election as they may come: few different marks and scores, so that ties are common.</summary>
/// <param name="Votes">For each round the ballots cast and valid, and marks wished for by each member of the roll.</param>
internal sealed record ElectionCase(ElectionTerms Terms, ElectionTerms Shuffled, (int Cast, int Valid, int[] Marks)[] Votes, Seed Seed)
{
    private const int MostRounds = 8;

    // One for each office.
    private const int MostRevotes = 2;

    private static readonly FsCheck.Gen<Fraction> Shares =
        from denominator in Gen.Choose(1, 6)
        from numerator in Gen.Choose(1, denominator)
        select new Fraction(numerator, denominator);

    private static readonly FsCheck.Gen<EquatableList<TieBreak>> Chains =
        from order in Gen.Shuffle(new[] { TieBreak.Score, TieBreak.FewerPenalties, TieBreak.Bonus, TieBreak.Revote })
        from length in Gen.Choose(0, 4)
        from lot in Gen.Elements(true, false)
        select (lot ? order.Take(length).Append(TieBreak.Lot) : order.Take(length)).ToEquatableList();

    private static readonly FsCheck.Gen<ElectionRules> Rules =
        from quorum in Shares
        from threshold in Shares
        from basis in Gen.Elements(Enum.GetValues<PercentageBase>())
        from rounds in Gen.Choose(1, MostRounds / 2)
        from stay in Gen.Choose(1, 3)
        from plurality in Gen.Elements(true, false)
        from chain in Chains
        from above in Gen.Elements<bool?>(null, false, true)
        select SampleRegulation.Election() with
        {
            Quorum = SampleRegulation.Sourced(quorum),
            Threshold = SampleRegulation.Sourced(threshold),
            Base = SampleRegulation.Sourced(basis),
            Rounds = SampleRegulation.Sourced(rounds),
            StayPerSeat = SampleRegulation.Sourced(stay),
            FinalRoundPlurality = SampleRegulation.Sourced(plurality),
            TieChain = SampleRegulation.Sourced(chain),
            Above = above is { } more ? SampleRegulation.Sourced(more) : null,
        };

    public static FsCheck.Gen<ElectionCase> All { get; } =
        from rules in Rules
        from size in Gen.Choose(4, 11)
        from deputies in Gen.Choose(0, 3)
        let roll = Enumerable.Range(0, size).Select(i => $"s{i:00}").ToArray()
        from standing in Gen.Choose(1, size)
        from rows in Gen.ArrayOf(Gen.Choose(0, 7), size)
        from shuffledRoll in Gen.Shuffle(roll)
        from shuffledCandidates in Gen.Shuffle(roll[..standing])
        from votes in Gen.ArrayOf(VotesOf(size), MostRounds + MostRevotes)
        from seed in Property.Seeds
        let ranking = rows.Select((r, i) => new RankingRow(1, roll[i], r & 1, r >> 1 & 1, r >> 2)).ToEquatableList()
        let terms = new ElectionTerms([.. roll], [.. roll[..standing]], deputies, rules, ranking, new(2020, "s00", ["s01", "s02"]))
        select new ElectionCase(
            terms,
            terms with { Roll = [.. shuffledRoll], Candidates = [.. shuffledCandidates], Ranking = [.. ranking.Reverse()] },
            votes,
            new(1, Convert.ToHexStringLower(seed), 1));

    // Mostly full attendance, or nothing would ever be decided.
    private static FsCheck.Gen<(int Cast, int Valid, int[] Marks)> VotesOf(int size) =>
        from absent in Gen.Elements(0, 0, 0, 1, size / 2)
        from invalid in Gen.Elements(0, 0, 1)
        let valid = Math.Max(0, size - absent - invalid)
        from marks in Gen.ArrayOf(Gen.Elements(0, 1, valid / 3, valid / 2, valid), size)
        select (size - absent, valid, marks);

    /// <summary>The count of a round: every candidate gets what its marks wish for, as far as the ballots go.</summary>
    public PaperCount Count(int round, IEnumerable<string> candidates, int seats)
    {
        var (cast, valid, wishes) = Votes[round - 1];
        var left = valid * seats;
        var marks = new List<Marks>();
        foreach (var school in candidates.Order(StringComparer.Ordinal))
        {
            var given = Math.Min(left, wishes[Terms.Roll.ToList().IndexOf(school)]);
            left -= given;
            marks.Add(new(school, given));
        }

        return new(cast, cast, valid, cast - valid, [.. marks]);
    }

    public override string ToString() => $"{Terms.Rules} roll {Terms.Roll.Count}, {Terms.Candidates}, {Terms.Deputies} deputies, {Terms.Ranking}, "
        + string.Join("; ", Votes.Select(v => $"{v.Cast}/{v.Valid}: {string.Join(' ', v.Marks)}"));
}
