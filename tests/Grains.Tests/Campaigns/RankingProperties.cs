using System.Numerics;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using FsCheck.Fluent;

namespace ClusterActors.Tests.Campaigns;

public sealed class RankingProperties
{
    private sealed record Case(ScoreRules Rules, (string School, IReadOnlyList<Score> Verified)[] Sheets, (string School, IReadOnlyList<Score> Verified)[] Shuffled);

    private static readonly FsCheck.Gen<ScoreRules> Rules =
        from decimals in Gen.Choose(0, 3)
        from rounding in Gen.Elements(Enum.GetValues<Rounding>())
        from cap in Property.Points(12)
        from weights in Gen.ArrayOf(Gen.Choose(1, 300).Select(w => w / 100m), 7)
        select SampleRegulation.Scores with
        {
            Decimals = SampleRegulation.Sourced(decimals),
            Rounding = SampleRegulation.Sourced(rounding),
            BonusCap = SampleRegulation.Sourced(cap),
            Groups = Weighted(weights),
        };

    private static readonly FsCheck.Gen<Case> Cases =
        from rules in Rules
        from n in Gen.Choose(1, 9)
        from points in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 20).Select(i => i / 4m), 7), n)
        let sheets = points.Select((p, i) => ($"s{i}", (IReadOnlyList<Score>)[.. Criteria(rules).Select((c, j) => new Score(c.Code, Math.Min(p[j], c.Maximum)))])).ToArray()
        from shuffled in Gen.Shuffle(sheets)
        select new Case(rules, sheets, shuffled);

    [Fact]
    public void the_order_of_the_sheets_does_not_matter() =>
        Property.Holds(Cases, c => Assert.Equal(CanonicalJson.Write(Ranking.Of(c.Rules, c.Sheets)), CanonicalJson.Write(Ranking.Of(c.Rules, c.Shuffled))));

    [Fact]
    public void totals_agree_with_exact_integers() => Property.Holds(Cases, c =>
    {
        foreach (var row in Ranking.Of(c.Rules, c.Shuffled))
            Assert.Equal(Total(c.Rules, c.Sheets.Single(s => s.School == row.School).Verified), Exact(row.Total) * Unit);
    });

    [Fact]
    public void equal_totals_share_a_rank_and_the_next_rank_is_skipped() => Property.Holds(Cases, c =>
    {
        var ranking = Ranking.Of(c.Rules, c.Shuffled);
        Assert.Equal(c.Sheets.Length, ranking.Count);
        for (var i = 0; i < ranking.Count; i++)
        {
            if (i > 0 && ranking[i].Total == ranking[i - 1].Total)
            {
                Assert.Equal(ranking[i - 1].Rank, ranking[i].Rank);
                Assert.True(string.CompareOrdinal(ranking[i - 1].School, ranking[i].School) < 0);
            }
            else
            {
                Assert.Equal(i + 1, ranking[i].Rank);
                Assert.True(i == 0 || ranking[i].Total < ranking[i - 1].Total);
            }
        }
    });

    [Theory]
    [InlineData(Rounding.HalfAwayFromZero, "80.13", "-1.13")]
    [InlineData(Rounding.HalfToEven, "80.12", "-1.12")]
    [InlineData(Rounding.Down, "80.12", "-1.12")]
    public void a_total_is_rounded_once_at_the_end(Rounding rounding, string above, string below)
    {
        var rules = SampleRegulation.Scores with { Rounding = SampleRegulation.Sourced(rounding) };
        var totals = Ranking.Of(rules, [("a", [new("teaching", 20), new("classes", 0.06125m), new("topics", 30), new("papers", 15), new("contest", 0.0025m)]), ("b", [new("late-reports", 0.5625m)])]);
        Assert.Equal([above, below], [.. totals.Select(r => r.Total.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
    }

    // The oracle: integers of 10^-56, so that a weight times points is exact.
    private static readonly BigInteger Unit = BigInteger.Pow(10, 28);

    private static BigInteger Exact(decimal value)
    {
        var bits = decimal.GetBits(value);
        var unscaled = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return (bits[3] < 0 ? -unscaled : unscaled) * BigInteger.Pow(10, 28 - ((bits[3] >> 16) & 0xFF));
    }

    private static BigInteger Total(ScoreRules rules, IReadOnlyList<Score> sheet)
    {
        BigInteger total = 0, bonus = 0;
        foreach (var group in rules.Groups)
        {
            BigInteger sum = 0;
            foreach (var criterion in group.Criteria)
                sum += Exact(criterion.Weight) * Exact(sheet.Single(s => s.Criterion == criterion.Code).Points);
            sum = BigInteger.Min(sum, Exact(group.Cap) * Unit);
            if (group.Kind == GroupKind.Bonus)
                bonus += sum;
            else
                total += group.Kind == GroupKind.Base ? sum : -sum;
        }

        return Round(total + BigInteger.Min(bonus, Exact(rules.BonusCap.Value) * Unit), rules.Decimals.Value, rules.Rounding.Value);
    }

    private static BigInteger Round(BigInteger value, int decimals, Rounding rounding)
    {
        var step = BigInteger.Pow(10, 56 - decimals);
        var (whole, rest) = BigInteger.DivRem(BigInteger.Abs(value), step);
        var up = rounding switch
        {
            Rounding.Down => false,
            Rounding.HalfToEven => 2 * rest > step || (2 * rest == step && !whole.IsEven),
            _ => 2 * rest >= step,
        };
        return value.Sign * (up ? whole + 1 : whole) * step;
    }

    private static IEnumerable<Criterion> Criteria(ScoreRules rules) => rules.Groups.SelectMany(g => g.Criteria);

    private static EquatableList<ScoreGroup> Weighted(decimal[] weights)
    {
        var at = 0;
        return [.. SampleRegulation.Scores.Groups.Select(g => g with { Criteria = [.. g.Criteria.Select(c => c with { Weight = weights[at++] })] })];
    }
}
