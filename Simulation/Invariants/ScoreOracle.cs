using System.Numerics;
using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Totals once more, in whole ten-thousandths and not in decimals, so that it shares no rounding with the domain.</summary>
internal static class ScoreOracle
{
    private const int Scale = 10_000;

    /// <summary>Each school's row of the ranking: its total, rounded once, and what bonus and penalty came to.</summary>
    public static IReadOnlyDictionary<string, (decimal Total, decimal Bonus, decimal Penalty)> Totals(CampaignState.Opened c)
    {
        var sheets = c.Sheets.ToDictionary(s => s.School, s => s.Verified, StringComparer.Ordinal);
        return c.Regulation.Scores is { Tree: { } tree } rules
            ? new TreeOracle(rules, tree, sheets).Totals()
            : sheets.ToDictionary(s => s.Key, s => Total(c.Regulation.Scores, s.Value), StringComparer.Ordinal);
    }

    private static (decimal Total, decimal Bonus, decimal Penalty) Total(ScoreRules rules, IEnumerable<Score> verified)
    {
        var points = verified.ToDictionary(s => s.Criterion, s => Whole(s.Points), StringComparer.Ordinal);
        var (positive, bonus, penalty) = (BigInteger.Zero, BigInteger.Zero, BigInteger.Zero);
        foreach (var group in rules.Groups)
        {
            var sum = BigInteger.Zero;
            foreach (var criterion in group.Criteria)
                sum += Whole(criterion.Weight) * points[criterion.Code];
            sum = BigInteger.Min(sum, Whole(group.Cap) * Scale);
            if (group.Kind == GroupKind.Bonus)
                bonus += sum;
            else if (group.Kind == GroupKind.Penalty)
                penalty += sum;
            else
                positive += sum;
        }

        bonus = BigInteger.Min(bonus, Whole(rules.BonusCap.Value) * Scale);
        return (Rounded(positive + bonus - penalty, rules), Points(bonus), Points(penalty));
    }

    private static decimal Points(BigInteger amount) => (decimal)amount / Scale / Scale;

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
