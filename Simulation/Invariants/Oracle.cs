using System.Numerics;
using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Totals once more, in whole ten-thousandths and not in decimals, so that it shares no rounding with the domain.</summary>
internal static class Oracle
{
    private const int Scale = 10_000;

    public static decimal Total(ScoreRules rules, IEnumerable<Score> verified)
    {
        var points = verified.ToDictionary(s => s.Criterion, s => Whole(s.Points), StringComparer.Ordinal);
        var bonus = new BigInteger(0);
        var rest = new BigInteger(0);
        foreach (var group in rules.Groups)
        {
            var sum = BigInteger.Zero;
            foreach (var criterion in group.Criteria)
                sum += Whole(criterion.Weight) * points[criterion.Code];
            sum = BigInteger.Min(sum, Whole(group.Cap) * Scale);
            if (group.Kind == GroupKind.Bonus)
                bonus += sum;
            else
                rest += group.Kind == GroupKind.Penalty ? -sum : sum;
        }

        return Rounded(rest + BigInteger.Min(bonus, Whole(rules.BonusCap.Value) * Scale), rules);
    }

    private static BigInteger Whole(decimal number) => new(number * Scale);

    private static decimal Rounded(BigInteger amount, ScoreRules rules)
    {
        var step = BigInteger.Pow(10, 8 - rules.Decimals.Value);
        var (whole, left) = (BigInteger.DivRem(BigInteger.Abs(amount), step, out var remainder), remainder);
        var twice = left * 2;
        var up = rules.Rounding.Value switch
        {
            Rounding.Down => false,
            Rounding.HalfToEven => twice > step || (twice == step && !whole.IsEven),
            _ => twice >= step,
        };
        return amount.Sign * ((decimal)(up ? whole + 1 : whole) / (decimal)BigInteger.Pow(10, rules.Decimals.Value));
    }
}
