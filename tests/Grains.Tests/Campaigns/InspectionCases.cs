using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using FsCheck;
using FsCheck.Fluent;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Draws to be tried: clusters with conflicts and with a year behind them.</summary>
internal static class InspectionCases
{
    /// <param name="Shuffled">The same terms listed in another order.</param>
    public sealed record Case(
        InspectionTerms Terms, InspectionTerms Shuffled, IReadOnlyList<Relaxation> Allowed, IReadOnlyList<Relaxation> Agreed, byte[] Seed)
    {
        // Far fewer steps than in earnest: being cut is to happen here too.
        public InspectionOutcome Draw(int searchLimit = 3_000) => InspectionDraw.Of(Terms, Allowed, Agreed, searchLimit, Seed);
    }

    public static Gen<Case> Of(int fewest, int most, int inspectors, int percent, params Relaxation[] relaxations) =>
        from n in Gen.Choose(fewest, most)
        from k in Gen.Choose(1, inspectors)
        from share in Gen.Choose(0, percent)
        from number in Gen.Choose(0, int.MaxValue)
        from roll in Gen.Shuffle(Roll(n).ToArray())
        from allowed in Gen.Shuffle(relaxations)
        from agreed in Gen.Choose(0, allowed.Length)
        from seed in Property.Seeds
        let terms = Terms(n, k, share, number)
        select new Case(
            terms,
            new(roll.ToEquatableList(), k, terms.LastYear.Reverse().ToEquatableList(), terms.Conflicts.Select(c => new Conflict(c.Other, c.One)).Reverse().ToEquatableList()),
            allowed,
            [.. allowed.Take(agreed)],
            seed);

    /// <summary>Each pair of schools is in conflict with a chance of so many per cent; last year's plan was drawn without conflicts.</summary>
    public static InspectionTerms Terms(int schools, int inspectors, int percent, int number)
    {
        var roll = Roll(schools);
        var conflicts =
            from i in Enumerable.Range(0, schools)
            from j in Enumerable.Range(0, i)
            where Chance(Bytes($"conflict {number} {i} {j}")) < percent / 100.0
            select new Conflict(roll[i], roll[j]);
        var lastYear = InspectionDraw.Of(new(roll, inspectors, [], []), [], [], 3_000, Bytes($"last year {number}"));
        return new(roll, inspectors, lastYear is InspectionOutcome.Drawn drawn ? drawn.Pairs : [], conflicts.ToEquatableList());
    }

    public static byte[] Bytes(FormattableString text) => SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private static EquatableList<string> Roll(int schools) =>
        Enumerable.Range(0, schools).Select(i => string.Create(CultureInfo.InvariantCulture, $"school-{i:00}")).ToEquatableList();

    private static double Chance(byte[] bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes) / (double)uint.MaxValue;
}
