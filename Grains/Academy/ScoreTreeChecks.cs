using ClusterActors.Scoring;

namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in its criteria tree.</summary>
internal static class ScoreTreeChecks
{
    private const decimal SmallestTarget = 0.0001m;
    private const int MostDeep = 12;
    private const int MostNodes = 500;
    private const int MostLevels = 20;
    private const int MostIndicators = 10_000;

    public static IEnumerable<string> Problems(Regulation r)
    {
        if (r.Scores.Tree is not { } tree)
            return [];
        var nodes = tree.Root.All().ToList();
        return [.. Whole(r, tree, nodes), .. nodes.SelectMany(Node)];
    }

    public static IEnumerable<string> Sources(Regulation r) =>
        r.Scores.Tree is { } tree ? [tree.Unassigned.Source, tree.EstimatedMonths.Source, .. tree.Root.All().Select(n => n.Source)] : [];

    private static IEnumerable<string> Whole(Regulation r, ScoreTree tree, IReadOnlyList<ScoreNode> nodes)
    {
        var months = tree.EstimatedMonths.Value;
        if (r.Scores.Groups.Count > 0)
            yield return "A scorecard is a tree or has groups, not both.";
        if (months.Any(m => m is < 1 or > 12) || months.Distinct().Count() != months.Count)
            yield return "Months that may be estimated on a sheet are 1 to 12, each once.";
        if (nodes.Count > MostNodes || Depth(tree.Root) > MostDeep)
            yield return $"A tree has at most {MostNodes} nodes and is at most {MostDeep} deep.";
        if (nodes.Any(n => !Code.IsValid(n.Code)) || nodes.Select(n => n.Code).Distinct().Count() != nodes.Count)
            yield return "A node of the tree has no valid code, or the code of another.";
        if (tree.Root.Rule is not NodeRule.Branch || tree.Root.SideOf() != Side.Base || tree.Root.Weight is not null)
            yield return "The root of the tree is a branch with base points, and has no weight.";
    }

    private static IEnumerable<string> Node(ScoreNode node)
    {
        if (Check.Text(node.Name, "name", 300) is not null)
            yield return $"Node '{node.Code}' has no proper name.";
        if (node.Maximum is <= 0 or > RegulationRules.MostPoints)
            yield return FormattableString.Invariant($"The maximum of '{node.Code}' lies above 0 and at most at {RegulationRules.MostPoints}.");
        foreach (var problem in node.Rule is NodeRule.Branch branch ? Branch(node, branch) : Leaf(node))
            yield return problem;
    }

    private static IEnumerable<string> Branch(ScoreNode node, NodeRule.Branch branch)
    {
        var side = node.SideOf();
        var own = branch.Children.Where(c => c.SideOf() == side).ToList();
        var maxima = own.Sum(c => Math.Clamp(c.Maximum, 0, RegulationRules.MostPoints));
        var weighted = branch.Adds == Adding.WeightedMean;
        if (branch.Children.Count == 0)
            yield return $"Branch '{node.Code}' is empty.";
        if (side != Side.Base && own.Count != branch.Children.Count)
            yield return $"Branch '{node.Code}' has bonus and penalty and no base points that they could stand beside.";
        if (branch.Adds == Adding.Sum && maxima != node.Maximum)
            yield return FormattableString.Invariant($"What is below '{node.Code}' adds up to {maxima} and not to its maximum of {node.Maximum}.");
        if (branch.Adds == Adding.CappedSum && maxima <= node.Maximum)
            yield return $"The maximum of '{node.Code}' cuts nothing; what is below it adds up to no more.";
        if (branch.Children.Any(c => c.Weight is not null != (weighted && c.SideOf() == side)))
            yield return $"What '{node.Code}' takes a weighted mean of has a weight, and nothing else below it.";
        if (weighted && (side != Side.Base || own.Any(c => c.Weight is not (> 0 and <= 1)) || own.Sum(c => Math.Clamp(c.Weight ?? 0, 0, 1)) != 1))
            yield return $"The weights below '{node.Code}' are those of base points, lie above 0 and add up to 1.";
    }

    private static IEnumerable<string> Leaf(ScoreNode leaf) => leaf.Rule switch
    {
        NodeRule.Quantitative { Target: < SmallestTarget or > LeafSheet.MostEntered } => [FormattableString.Invariant($"The target of '{leaf.Code}' is below {SmallestTarget}, or too great.")],
        NodeRule.Quantitative { Formula: QuantityFormula.ShareOfBest, Target: not null } => [$"'{leaf.Code}' is measured by the best and has a target."],
        NodeRule.Qualitative { Levels: var levels } => Levels(leaf, levels),
        NodeRule.PassShare { Of: < 1 or > MostIndicators } => [FormattableString.Invariant($"'{leaf.Code}' counts 1 to {MostIndicators} indicators.")],
        NodeRule.PerCount { Each: var each } => Each(leaf, each),
        NodeRule.Bonus { Each: var each } => Each(leaf, each),
        NodeRule.Penalty { Each: var each } => Each(leaf, each),
        _ => [],
    };

    private static IEnumerable<string> Each(ScoreNode leaf, decimal each)
    {
        if (each is <= 0 or > RegulationRules.MostPoints)
            yield return $"What one of '{leaf.Code}' gives is not above 0, or too much.";
    }

    private static IEnumerable<string> Levels(ScoreNode leaf, EquatableList<Level> levels)
    {
        if (levels.Count is < 2 or > MostLevels)
            yield return $"'{leaf.Code}' has 2 to {MostLevels} levels.";
        else if (levels[0].Points < 0 || levels[^1].Points != leaf.Maximum || levels.Zip(levels.Skip(1)).Any(pair => pair.First.Points >= pair.Second.Points))
            yield return $"The levels of '{leaf.Code}' give more from each to the next, from 0 or more up to the maximum.";
        if (levels.Any(l => Check.Text(l.Name, "name", 300) is not null))
            yield return $"A level of '{leaf.Code}' has no proper name.";
    }

    private static int Depth(ScoreNode node) => 1 + node.ChildrenOf().Select(Depth).DefaultIfEmpty(0).Max();
}
