using System.Numerics;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using FsCheck.Fluent;

namespace ClusterActors.Tests.Campaigns;

public sealed class TallyProperties
{
    private sealed record Case(VoteRules Rules, int Roll, int Cast, int Valid, Marks[] Marks, Marks[] Shuffled, EquatableList<RankingRow> Ranking, byte[] Seed, bool Revote)
    {
        public VoteOutcome Outcome => Tally.Outcome(Rules, Roll, Cast, Valid, Marks, Ranking, Seed, revote: Revote)!;

        /// <summary>The part of the chain that is asked in this vote.</summary>
        public TieBreak[] Chain => [.. Rules.TieChain.Value.Index().Where(rule => Revote ? rule.Index > At : rule.Index < At).Select(rule => rule.Item)];

        public bool VotesAgain => !Revote && Rules.TieChain.Value.Contains(TieBreak.Revote);

        // Of the re-vote; where there is none, behind all.
        private int At => Rules.TieChain.Value.Contains(TieBreak.Revote) ? Rules.TieChain.Value.ToList().IndexOf(TieBreak.Revote) : Rules.TieChain.Value.Count;

        public BigInteger Base => Rules.Base.Value switch
        {
            PercentageBase.Roll => Roll,
            PercentageBase.Cast => Cast,
            _ => Valid,
        };

        public override string ToString() => $"{Rules} {Roll} {Cast} {Valid} {string.Join(' ', Marks.AsEnumerable())} {Ranking}";
    }

    private static readonly FsCheck.Gen<Fraction> Shares =
        from denominator in Gen.Choose(1, 12)
        from numerator in Gen.Choose(1, denominator)
        select new Fraction(numerator, denominator);

    private static readonly FsCheck.Gen<EquatableList<TieBreak>> Chains =
        from order in Gen.Shuffle(new[] { TieBreak.Score, TieBreak.FewerPenalties, TieBreak.Bonus, TieBreak.Revote })
        from length in Gen.Choose(0, 4)
        from lot in Gen.Elements(true, false)
        select (lot ? order.Take(length).Append(TieBreak.Lot) : order.Take(length)).ToEquatableList();

    private static readonly FsCheck.Gen<VoteRules> Rules =
        from quorum in Shares
        from threshold in Shares
        from quota in Gen.Choose(1, 4)
        from basis in Gen.Elements(Enum.GetValues<PercentageBase>())
        from chain in Chains
        from above in Gen.Elements<bool?>(null, false, true)
        select SampleRegulation.Vote(Award.Flag) with
        {
            Quorum = SampleRegulation.Sourced(quorum),
            Threshold = SampleRegulation.Sourced(threshold),
            Quota = SampleRegulation.Sourced(quota),
            Base = SampleRegulation.Sourced(basis),
            TieChain = SampleRegulation.Sourced(chain),
            Above = above is { } more ? SampleRegulation.Sourced(more) : null,
        };

    // Few different marks and scores, so that ties are common.
    private static readonly FsCheck.Gen<Case> Cases =
        from rules in Rules
        from roll in Gen.Choose(2, 12)
        from cast in Gen.Choose(0, roll)
        from valid in Gen.Choose(0, cast)
        from marks in Gen.ArrayOf(Gen.Choose(Math.Max(0, valid - 2), valid), roll)
        from rows in Gen.ArrayOf(Gen.Choose(0, 7), roll)
        from seed in Property.Seeds
        from revote in Gen.Elements(true, false, false)
        let counted = marks.Select((m, i) => new Marks($"s{i:00}", m)).ToArray()
        from shuffled in Gen.Shuffle(counted)
        select new Case(rules, roll, cast, valid, counted, shuffled, [.. rows.Select((r, i) => new RankingRow(1, $"s{i:00}", r & 1, r >> 1 & 1, r >> 2))], seed, revote);

    [Fact]
    public void the_order_of_marks_and_ranking_does_not_matter() => Property.Holds(Cases, c => Assert.Equal(
        CanonicalJson.Write(c.Outcome),
        CanonicalJson.Write(Tally.Outcome(c.Rules, c.Roll, c.Cast, c.Valid, c.Shuffled, [.. c.Ranking.Reverse()], c.Seed, revote: c.Revote))));

    [Fact]
    public void quorum_and_threshold_are_exact() => Property.Holds(Cases, c =>
    {
        Assert.Equal(Reaches(c.Cast, c.Roll, c.Rules.Quorum.Value), c.Outcome.Quorum);
        Assert.Equal(c.Base, c.Outcome.BaseCount);
        Assert.All(c.Outcome.Chosen, school => Assert.Contains(school, Reached(c)));
    });

    [Fact]
    public void no_more_are_chosen_than_the_quota() => Property.Holds(Cases, c => Assert.InRange(c.Outcome.Chosen.Count, 0, c.Rules.Quota.Value));

    [Fact]
    public void the_chosen_are_those_whom_fewer_than_the_quota_equal_or_surpass() => Property.Holds(Cases, c => Assert.Equal(Expected(c), c.Outcome.Chosen), 2000);

    [Fact]
    public void without_a_lot_no_seed_is_shown_and_with_one_it_is_the_seed() => Property.Holds(Cases, c =>
    {
        if (!c.Chain.Contains(TieBreak.Lot))
            Assert.Null(c.Outcome.Seed);
        else if (c.Outcome.Seed is { } seed)
            Assert.Equal(Convert.ToHexStringLower(c.Seed), seed);
    });

    [Fact]
    public void every_way_a_vote_can_go_is_among_the_generated_ones()
    {
        var cases = Property.Samples(Cases, 2000);
        Assert.Contains(cases, c => !c.Outcome.Quorum);
        Assert.Contains(cases, c => c.Outcome.Quorum && c.Outcome.Chosen.Count == 0);
        Assert.Contains(cases, c => c.Outcome.Seed is not null);
        Assert.Contains(cases, c => c.Outcome.Tied is not null);
        Assert.Contains(cases, c => c.Revote && c.Outcome.Seed is not null);
        Assert.Contains(cases, c => c.Outcome.Chosen.Count > 0 && c.Outcome.Chosen.Count < c.Rules.Quota.Value && Reached(c).Count > c.Outcome.Chosen.Count);
    }

    [Theory]
    [InlineData(4, 7, false)]
    [InlineData(5, 7, true)]
    [InlineData(2, 3, true)]
    [InlineData(6, 9, true)]
    [InlineData(5, 9, false)]
    public void two_thirds_are_two_thirds(int part, int whole, bool reached) => Assert.Equal(reached, new Fraction(2, 3).IsReachedBy(part, whole));

    [Theory]
    [InlineData(5, 10, false)]
    [InlineData(6, 10, true)]
    [InlineData(4, 7, true)]
    [InlineData(3, 7, false)]
    public void more_than_half_is_not_half(int marks, int valid, bool chosen)
    {
        var rules = SampleRegulation.Vote(Award.Flag) with { Threshold = SampleRegulation.Sourced(new Fraction(1, 2)), Above = SampleRegulation.Sourced(true) };
        Assert.Equal(chosen ? ["a"] : [], Tally.Outcome(rules, valid, valid, valid, [new("a", marks)], [], seed: null)!.Chosen);
    }

    private static bool Reaches(BigInteger part, BigInteger whole, Fraction share) => part * share.Denominator >= whole * share.Numerator;

    private static bool Exceeds(BigInteger part, BigInteger whole, Fraction share) => part * share.Denominator > whole * share.Numerator;

    private static List<string> Reached(Case c) => !Reaches(c.Cast, c.Roll, c.Rules.Quorum.Value)
        ? []
        : [.. c.Marks.Where(m => m.Count > 0 && (c.Revote || Enough(c, m))).Select(m => m.School)];

    private static bool Enough(Case c, Marks m) =>
        c.Rules.Above is { Value: true } ? Exceeds(m.Count, c.Base, c.Rules.Threshold.Value) : Reaches(m.Count, c.Base, c.Rules.Threshold.Value);

    // Position among all, told from pairwise comparisons only: chosen is who, with all its equals, still fits into the quota. Of
    // equals that do not all fit, a lot takes the first.
    private static EquatableList<string> Expected(Case c)
    {
        var reached = Reached(c);
        var placed = reached
            .Select(school => (School: school, Above: reached.Count(other => Sign(c, other, school) > 0), Level: reached.Count(other => Sign(c, other, school) == 0)))
            .ToList();
        var quota = c.Rules.Quota.Value;
        var torn = placed.Where(x => x.Above < quota && x.Above + x.Level > quota).ToList();
        Assert.Equal(c.VotesAgain && torn.Count > 0 ? torn.Select(x => x.School) : [], c.Outcome.Tied ?? []);
        var byLot = c.Chain.Contains(TieBreak.Lot) && torn.Count > 0
            ? Draw.Shuffle(torn.Select(x => x.School), c.Seed, "vote Flag").Take(quota - torn[0].Above)
            : [];
        return
        [
            .. placed.Where(x => x.Above + x.Level <= quota).OrderBy(x => x.Above).ThenBy(x => x.School, StringComparer.Ordinal).Select(x => x.School),
            .. byLot,
        ];
    }

    [Fact]
    public void a_lot_is_asked_for_just_where_equals_do_not_all_fit() => Property.Holds(Cases, c =>
    {
        var unseeded = Tally.Outcome(c.Rules, c.Roll, c.Cast, c.Valid, c.Marks, c.Ranking, seed: null, revote: c.Revote);
        Assert.Equal(c.Outcome.Seed is not null, unseeded is null);
        if (unseeded is not null)
            Assert.Equal(c.Outcome, unseeded);
    });

    // Above zero where the first school stands better.
    private static int Sign(Case c, string first, string second)
    {
        var differences = new List<decimal> { c.Marks.Single(m => m.School == first).Count - c.Marks.Single(m => m.School == second).Count };
        var (a, b) = (c.Ranking.Single(r => r.School == first), c.Ranking.Single(r => r.School == second));
        foreach (var rule in c.Chain)
        {
            differences.Add(rule switch
            {
                TieBreak.Score => a.Total - b.Total,
                TieBreak.FewerPenalties => b.Penalty - a.Penalty,
                TieBreak.Bonus => a.Bonus - b.Bonus,
                _ => 0,
            });
        }

        return Math.Sign(differences.FirstOrDefault(d => d != 0));
    }
}
