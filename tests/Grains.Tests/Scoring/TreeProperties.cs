using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Scoring;
using FsCheck;
using FsCheck.Fluent;
using static ClusterActors.Tests.Scoring.SampleTree;

namespace ClusterActors.Tests.Scoring;

public sealed class TreeProperties
{
    private const int Schools = 4;

    private sealed record Case(ScoreRules Rules, EquatableList<Score>[] Sheets, int Changed, int Seed)
    {
        public ScoreTree Tree => Rules.Tree!;

        public (string School, IReadOnlyList<Score> Scores)[] Cluster => [.. Sheets.Select((s, i) => ($"s{i}", (IReadOnlyList<Score>)s))];

        public Scorecard First(EquatableList<Score>? instead = null) =>
            Scorecard.Of(Rules, Tree, [("s0", instead ?? Sheets[0]), .. Cluster.Skip(1)]).Single(c => c.School == "s0").Card;

        public ScoreNode Leaf => Tree.Leaves().ElementAt(Changed % Tree.Leaves().Count());
    }

    private static readonly Gen<decimal> Maxima = Gen.Choose(1, 2000).Select(cents => cents / 100m);

    private static readonly Gen<NodeRule> Measured =
        from formula in Gen.Elements(Enum.GetValues<QuantityFormula>())
        from target in Gen.Choose(0, 60)
        select (NodeRule)new NodeRule.Quantitative(formula, formula == QuantityFormula.ShareOfBest || target < 20 ? null : target);

    private static readonly Gen<NodeRule> Extra = Gen.Choose(1, 400).SelectMany(each =>
        Gen.Elements(new NodeRule[] { new NodeRule.Bonus(each / 100m), new NodeRule.Penalty(each / 100m) }));

    private static Gen<NodeRule> Base(decimal maximum) => Gen.Choose(1, 60).SelectMany(n => Gen.OneOf(
        Gen.Constant<NodeRule>(new NodeRule.Assessed()),
        Measured,
        Gen.Constant<NodeRule>(new NodeRule.Qualitative([new("1", 0), new("2", maximum / 3), new("3", maximum)])),
        Gen.Constant<NodeRule>(new NodeRule.PerCount(n / 10m)),
        Gen.Constant<NodeRule>(new NodeRule.PassShare(n))));

    private static readonly Gen<ScoreNode> BaseLeaves = Maxima.SelectMany(maximum => Base(maximum).Select(rule => Leaf("leaf", maximum, rule)));

    private static readonly Gen<ScoreNode> ExtraLeaves = Maxima.SelectMany(maximum => Extra.Select(rule => Leaf("leaf", maximum, rule)));

    private static Gen<ScoreNode> Nodes(int depth) => depth == 0 ? BaseLeaves : Gen.OneOf(BaseLeaves, Branches(depth), Branches(depth));

    private static Gen<ScoreNode> Branches(int depth) =>
        from adds in Gen.Elements(Enum.GetValues<Adding>())
        from count in Gen.Choose(1, 3)
        from children in Gen.ArrayOf(Nodes(depth - 1), count)
        from extras in Gen.Choose(0, 2).SelectMany(n => Gen.ArrayOf(ExtraLeaves, n))
        select Combined(adds, children, extras);

    private static ScoreNode Combined(Adding adds, ScoreNode[] children, ScoreNode[] extras)
    {
        var weighed = adds != Adding.WeightedMean ? children
            : [.. children.Select((c, i) => c with { Weight = i < children.Length - 1 ? Half(i + 1) : Half(children.Length - 1) })];
        var maxima = children.Sum(c => c.Maximum);
        return Branch("branch", adds switch { Adding.Sum => maxima, Adding.CappedSum => maxima * 0.7m, _ => 30 }, adds, [.. weighed, .. extras]);
    }

    private static decimal Half(int power) => Enumerable.Repeat(0.5m, power).Aggregate(1m, (product, half) => product * half);

    private static ScoreNode Numbered(ScoreNode node, string code) => node with
    {
        Code = code,
        Rule = node.Rule is NodeRule.Branch branch ? branch with { Children = branch.Children.Select((c, i) => Numbered(c, FormattableString.Invariant($"{code}-{i}"))).ToEquatableList() } : node.Rule,
    };

    private static ScoreNode Reversed(ScoreNode node) =>
        node.Rule is NodeRule.Branch branch ? node with { Rule = branch with { Children = branch.Children.Reverse().Select(Reversed).ToEquatableList() } } : node;

    private static Score Entered(ScoreNode leaf, int seed)
    {
        decimal Up(decimal most) => decimal.Floor(most * 100 * (seed % 101) / 100) / 100;
        return leaf.Rule switch
        {
            NodeRule.Assessed => new(leaf.Code, Up(leaf.Maximum)),
            NodeRule.Qualitative q => new(leaf.Code, 1 + (seed % q.Levels.Count)),
            NodeRule.PassShare p => new(leaf.Code, seed % (p.Of + 1)),
            NodeRule.Quantitative { Target: not null } => new(leaf.Code, seed % 100),
            NodeRule.Quantitative { Formula: QuantityFormula.ShareOfTarget } => new(leaf.Code, seed % 100, new(Target: 1 + (seed % 7))),
            NodeRule.Quantitative { Formula: QuantityFormula.ShareOfBest } => seed % 5 == 0 ? new(leaf.Code, 0, new(Assigned: false)) : new(leaf.Code, seed % 100),
            NodeRule.Quantitative => (seed % 4) switch
            {
                0 => new(leaf.Code, 0, new(Assigned: false)),
                1 => new(leaf.Code, seed % 100),
                _ => new(leaf.Code, seed % 100, new(Target: 1 + (seed % 61))),
            },
            NodeRule.PerCount => new(leaf.Code, seed % 30),
            _ => new(leaf.Code, seed % 41 / 4m),
        };
    }

    private static readonly Gen<Case> Cases =
        from root in Branches(3).Select(node => Numbered(node, "r"))
        from unassigned in Gen.Elements(Enum.GetValues<UnassignedRule>())
        from decimals in Gen.Choose(2, 4)
        from rounding in Gen.Elements(Enum.GetValues<Rounding>())
        from cap in Property.Points(12)
        from seeds in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, 1_000_000), root.All().Count()), Schools)
        from changed in Gen.Choose(0, 1000)
        let tree = SampleTree.Of(root, unassigned)
        let leaves = tree.Leaves().ToList()
        select new Case(
            RulesOf(tree) with { Decimals = new(decimals, "s"), Rounding = new(rounding, "s"), BonusCap = new(cap, "s") },
            [.. seeds.Select(s => leaves.Select((leaf, i) => Entered(leaf, s[i])).ToEquatableList())],
            changed,
            seeds[0][0]);

    [Fact]
    public void what_is_generated_is_a_regulation_and_its_sheets_are_whole() => Property.Holds(Cases, c =>
    {
        Assert.Null(RegulationRules.Check(SampleTree.Regulation with { Scores = c.Rules }));
        Assert.All(c.Sheets, sheet => Assert.Null(LeafSheet.Problem(c.Tree, c.Rules.Decimals.Value, sheet)));
    });

    [Fact]
    public void every_node_lies_between_zero_and_its_maximum_and_the_total_within_the_caps() => Property.Holds(Cases, c =>
    {
        foreach (var (_, card) in Scorecard.Of(c.Rules, c.Tree, c.Cluster))
        {
            foreach (var node in card.Root.All().Where(n => n.Points is not null))
            {
                Assert.False(node.Points < Exact.Zero || node.Points > node.Node.Maximum, node.Node.Code);
                Assert.Equal(Exact.Least(node.Uncut!.Value, node.Node.Maximum), node.Points);
            }

            var penalties = c.Tree.Leaves().Where(n => n.SideOf() == Side.Penalty).Sum(n => n.Maximum);
            Assert.InRange(card.Total(c.Rules), -penalties - 0.01m, c.Tree.Root.Maximum + c.Rules.BonusCap.Value + 0.01m); // rounded
        }
    });

    [Fact]
    public void neither_the_order_of_schools_nor_of_entries_nor_of_nodes_matters() => Property.Holds(Cases, c =>
    {
        var turned = c.Rules with { Tree = c.Tree with { Root = Reversed(c.Tree.Root) } };
        var shuffled = c.Cluster.Reverse().Select(s => (s.School, (IReadOnlyList<Score>)[.. s.Scores.Reverse()]));
        Assert.Equal(CanonicalJson.Write(Ranking.Of(c.Rules, c.Cluster)), CanonicalJson.Write(Ranking.Of(turned, shuffled)));
    });

    [Fact]
    public void a_total_is_less_than_one_unit_of_rounding_from_what_is_reckoned_another_way() => Property.Holds(Cases, c =>
    {
        var unit = Math.Pow(10, -c.Rules.Decimals.Value);
        foreach (var (school, card) in Scorecard.Of(c.Rules, c.Tree, c.Cluster))
        {
            var (points, bonus, penalty) = Approximately(c, c.Tree.Root, school);
            var expected = (points ?? 0) + Math.Min(bonus, (double)c.Rules.BonusCap.Value) - penalty;
            Assert.InRange(Math.Abs((double)card.Total(c.Rules) - expected), 0, c.Rules.Rounding.Value == Rounding.Down ? unit + 1e-9 : (unit / 2) + 1e-9);
        }
    });

    [Fact]
    public void not_to_be_assigned_is_never_worse_than_zero_where_the_others_stand_for_it() => Property.Holds(Cases.Where(c => c.Tree.Unassigned.Value == UnassignedRule.Rescaled), c =>
    {
        if (c.Leaf.Rule is not NodeRule.Quantitative { Target: null, Formula: not QuantityFormula.ShareOfTarget })
            return;
        var zero = c.First(c.Sheets[0].With(c.Leaf.Code, 0));
        var unassigned = c.First(c.Sheets[0].With(c.Leaf.Code, 0, new(Assigned: false)));
        Assert.Equal(Exact.Zero, PointsOf(zero, c.Leaf));
        Assert.Null(PointsOf(unassigned, c.Leaf));
        Assert.False(unassigned.Net < zero.Net);
    });

    [Fact]
    public void a_greater_number_is_never_worse_but_for_a_penalty() => Property.Holds(Cases, c =>
    {
        var (leaf, before) = (c.Leaf, c.Sheets[0].Single(s => s.Criterion == c.Leaf.Code));
        var more = c.Sheets[0].Select(s => s == before ? s with { Points = s.Points + (c.Seed % 9) + 1 } : s).ToEquatableList();
        if (before.Entry is { Assigned: false } || LeafSheet.Problem(c.Tree, c.Rules.Decimals.Value, more) is not null)
            return;
        var (less, greater) = (c.First().Net, c.First(more).Net);
        Assert.False(leaf.SideOf() == Side.Penalty ? less < greater : greater < less, leaf.Code);
    });

    private static Exact? PointsOf(Scorecard card, ScoreNode leaf) => card.Root.All().Single(n => n.Node == leaf).Points;

    // Another way: in binary floating point, node by node, the best of the cluster looked up where it is needed.
    private static (double? Points, double Bonus, double Penalty) Approximately(Case c, ScoreNode node, string school)
    {
        if (node.Rule is not NodeRule.Branch branch)
        {
            var points = Approximately(c, node, c.Cluster.Single(s => s.School == school).Scores.Single(s => s.Criterion == node.Code));
            var cut = points is { } p ? Math.Min(p, (double)node.Maximum) : (double?)null;
            return node.Rule is NodeRule.Bonus ? (null, cut ?? 0, 0) : node.Rule is NodeRule.Penalty ? (null, 0, cut ?? 0) : (cut, 0, 0);
        }

        var below = branch.Children.Select(child => (Node: child, Of: Approximately(c, child, school))).ToList();
        var scored = below.Where(b => b.Of.Points is not null).ToList();
        double Weight(ScoreNode n) => branch.Adds == Adding.WeightedMean ? (double)n.Weight!.Value : (double)n.Maximum;
        double? sum = scored.Count == 0 ? null : scored.Sum(b => branch.Adds == Adding.WeightedMean ? (double)node.Maximum * Weight(b.Node) * b.Of.Points!.Value / (double)b.Node.Maximum : b.Of.Points!.Value);
        if (sum is not null && c.Tree.Unassigned.Value == UnassignedRule.Rescaled)
            sum *= below.Where(b => b.Node.SideOf() == Side.Base).Sum(b => Weight(b.Node)) / scored.Sum(b => Weight(b.Node));
        return (sum is { } total ? Math.Min(total, (double)node.Maximum) : null, below.Sum(b => b.Of.Bonus), below.Sum(b => b.Of.Penalty));
    }

    private static double? Approximately(Case c, ScoreNode leaf, Score score)
    {
        if (score.Entry is { Assigned: false })
            return null;
        var (number, most) = ((double)score.Points, (double)leaf.Maximum);
        var all = c.Sheets.Select(s => s.Single(x => x.Criterion == leaf.Code)).Where(s => s.Entry is null or { Assigned: true }).ToList();
        switch (leaf.Rule)
        {
            case NodeRule.Qualitative q: return (double)q.Levels[(int)score.Points - 1].Points;
            case NodeRule.PerCount x: return number * (double)x.Each;
            case NodeRule.Bonus x: return number * (double)x.Each;
            case NodeRule.Penalty x: return number * (double)x.Each;
            case NodeRule.PassShare x: return most * number / x.Of;
            case NodeRule.Quantitative x:
                double? Target(Score s) => (double?)(x.Target ?? s.Entry?.Target);
                var best = all.Where(s => x.Formula == QuantityFormula.ShareOfBest || Target(s) is null).Select(s => (double)s.Points).DefaultIfEmpty(0).Max();
                if (x.Formula == QuantityFormula.ShareOfBest || Target(score) is not { } target)
                    return best == 0 ? 0 : most * number / best;
                if (x.Formula == QuantityFormula.ShareOfTarget)
                    return most * number / target;
                var lead = all.Where(s => Target(s) is not null).Max(s => ((double)s.Points / Target(s)!.Value) - 1);
                return number <= target ? most / 2 * number / target : (most / 2) + (most / 2 * ((number / target) - 1) / lead);
            default: return number;
        }
    }
}
