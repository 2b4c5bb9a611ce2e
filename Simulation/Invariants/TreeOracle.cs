using System.Numerics;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Scoring;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Totals under a criteria tree once more, as fractions that are never reduced; shares nothing with the domain's reckoning but the formulas.</summary>
internal sealed class TreeOracle(ScoreRules rules, ScoreTree tree, IReadOnlyDictionary<string, EquatableList<Score>> sheets)
{
    private const int Scale = 10_000;

    private readonly record struct Ratio(BigInteger Top, BigInteger Bottom)
    {
        public static Ratio Of(decimal number) => new(new(number * Scale), Scale);

        public static Ratio operator +(Ratio a, Ratio b) => new((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom);

        public static Ratio operator -(Ratio a, Ratio b) => new((a.Top * b.Bottom) - (b.Top * a.Bottom), a.Bottom * b.Bottom);

        public static Ratio operator *(Ratio a, Ratio b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

        public static Ratio operator /(Ratio a, Ratio b) => new(a.Top * b.Bottom, a.Bottom * b.Top);

        public bool IsAbove(Ratio other) => Top * other.Bottom > other.Top * Bottom;

        public Ratio CutAt(Ratio most) => IsAbove(most) ? most : this;
    }

    private sealed record Reckoned(Ratio? Base, Ratio Bonus, Ratio Penalty, Ratio Possible);

    private static readonly Ratio None = Ratio.Of(0);

    public IReadOnlyDictionary<string, (decimal Total, decimal Bonus, decimal Penalty)> Totals() => sheets.ToDictionary(
        sheet => sheet.Key,
        sheet =>
        {
            var root = Of(tree.Root, sheet.Value);
            var bonus = root.Bonus.CutAt(Ratio.Of(rules.BonusCap.Value));
            return (Rounded((root.Base ?? None) + bonus - root.Penalty, rules.Decimals.Value, rules.Rounding.Value),
                Rounded(bonus, 6, Rounding.HalfAwayFromZero), Rounded(root.Penalty, 6, Rounding.HalfAwayFromZero));
        },
        StringComparer.Ordinal);

    // What is possible of a node is what counts of it among its neighbours: its maximum or its weight; nothing of bonus and penalty.
    private Reckoned Of(ScoreNode node, EquatableList<Score> sheet)
    {
        var most = Ratio.Of(node.Maximum);
        var possible = Ratio.Of(node.Weight ?? node.Maximum);
        if (node.Rule is not NodeRule.Branch branch)
        {
            var points = Points(node, sheet.Single(s => s.Criterion == node.Code))?.CutAt(most);
            return node.Rule switch
            {
                NodeRule.Bonus => new(null, points ?? None, None, None),
                NodeRule.Penalty => new(null, None, points ?? None, None),
                _ => new(points, None, None, possible),
            };
        }

        var below = branch.Children.Select(child => (Node: child, Is: Of(child, sheet))).ToList();
        var (bonus, penalty) = (Sum(below.Select(b => b.Is.Bonus)), Sum(below.Select(b => b.Is.Penalty)));
        if (below.TrueForAll(b => b.Is.Possible.Top.IsZero))
            return new(null, bonus.CutAt(most), penalty.CutAt(most), None);
        var scored = below.Where(b => b.Is.Base is not null).ToList();
        if (scored.Count == 0)
            return new(null, bonus, penalty, possible);
        var sum = Sum(scored.Select(b => branch.Adds == Adding.WeightedMean ? b.Is.Possible * b.Is.Base!.Value / Ratio.Of(b.Node.Maximum) * most : b.Is.Base!.Value));
        if (tree.Unassigned.Value == UnassignedRule.Rescaled)
            sum = sum * Sum(below.Select(b => b.Is.Possible)) / Sum(scored.Select(b => b.Is.Possible));
        return new(sum.CutAt(most), bonus, penalty, possible);
    }

    private Ratio? Points(ScoreNode leaf, Score score)
    {
        var (entered, most) = (Ratio.Of(score.Points), Ratio.Of(leaf.Maximum));
        return leaf.Rule switch
        {
            NodeRule.Qualitative qualitative => Ratio.Of(qualitative.Levels[(int)score.Points - 1].Points),
            NodeRule.PerCount counted => entered * Ratio.Of(counted.Each),
            NodeRule.PassShare passed => entered * most / Ratio.Of(passed.Of),
            NodeRule.Bonus bonus => entered * Ratio.Of(bonus.Each),
            NodeRule.Penalty penalty => entered * Ratio.Of(penalty.Each),
            NodeRule.Quantitative measured => score.Entry is { Assigned: false } ? null : Measured(measured, leaf.Code, entered, most, TargetOf(measured, score)),
            _ => entered,
        };
    }

    private Ratio Measured(NodeRule.Quantitative measured, string leaf, Ratio entered, Ratio most, Ratio? target)
    {
        var others = sheets.Values.Select(s => s.Single(x => x.Criterion == leaf)).Where(s => s.Entry is not { Assigned: false })
            .Select(s => (Entered: Ratio.Of(s.Points), Target: TargetOf(measured, s))).ToList();
        if (target is not { } aim)
        {
            var best = Greatest(others.Where(o => o.Target is null).Select(o => o.Entered));
            return best.Top.IsZero ? None : entered * most / best;
        }

        if (measured.Formula == QuantityFormula.ShareOfTarget)
            return entered * most / aim;
        var half = most / Ratio.Of(2);
        return entered.IsAbove(aim)
            ? half + (half * ((entered - aim) / aim) / Greatest(others.Where(o => o.Target is not null).Select(o => (o.Entered - o.Target!.Value) / o.Target.Value)))
            : half * entered / aim;
    }

    private static Ratio? TargetOf(NodeRule.Quantitative measured, Score score) => (measured.Target ?? score.Entry?.Target) is { } target ? Ratio.Of(target) : null;

    private static Ratio Sum(IEnumerable<Ratio> all) => all.Aggregate(None, (sum, next) => sum + next);

    private static Ratio Greatest(IEnumerable<Ratio> all) => all.Aggregate(None, (most, next) => next.IsAbove(most) ? next : most);

    private static decimal Rounded(Ratio number, int decimals, Rounding rounding)
    {
        var unit = BigInteger.Pow(10, decimals);
        var whole = BigInteger.DivRem(BigInteger.Abs(number.Top) * unit, number.Bottom, out var left);
        var twice = left * 2;
        var up = rounding switch
        {
            Rounding.Down => false,
            Rounding.HalfToEven => twice > number.Bottom || (twice == number.Bottom && !whole.IsEven),
            _ => twice >= number.Bottom,
        };
        return number.Top.Sign * ((decimal)(up ? whole + 1 : whole) / (decimal)unit);
    }
}
