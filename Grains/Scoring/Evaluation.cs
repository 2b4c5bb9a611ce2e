using ClusterActors.Campaigns;

namespace ClusterActors.Scoring;

/// <summary>One school's sheet, reckoned through the tree. Nothing is rounded here.</summary>
internal static class Evaluation
{
    public static NodeScore Of(ScoreTree tree, IReadOnlyList<Score> sheet, Peers peers) => Of(tree.Root, tree.Unassigned.Value, sheet, peers);

    private static NodeScore Of(ScoreNode node, UnassignedRule unassigned, IReadOnlyList<Score> sheet, Peers peers) => node.Rule is NodeRule.Branch branch
        ? OfBranch(node, branch, unassigned, [.. branch.Children.Select(child => Of(child, unassigned, sheet, peers))])
        : OfLeaf(node, sheet.FirstOrDefault(s => s.Criterion == node.Code && LeafFormula.IsAssigned(s)), peers);

    private static NodeScore OfLeaf(ScoreNode leaf, Score? score, Peers peers)
    {
        if (score is null)
            return new(leaf, null, null, Exact.Zero, Exact.Zero, Estimated: false, null, []);
        var best = peers[leaf.Code];
        var uncut = LeafFormula.Points(leaf, score, best);
        var points = Exact.Least(uncut, leaf.Maximum);
        var side = leaf.SideOf();
        return new(
            leaf,
            points,
            uncut,
            side == Side.Bonus ? points : Exact.Zero,
            side == Side.Penalty ? points : Exact.Zero,
            score.Entry?.EstimatedMonths is { Count: > 0 },
            LeafFormula.MeasuredBy(leaf, score, best),
            []);
    }

    private static NodeScore OfBranch(ScoreNode node, NodeRule.Branch branch, UnassignedRule unassigned, IReadOnlyList<NodeScore> children)
    {
        var side = node.SideOf();
        var scored = children.Where(c => c.Points is not null && c.Node.SideOf() == side).ToList();
        Exact? uncut = scored.Count == 0 ? null : Uncut(node, branch.Adds, side, unassigned, children.Where(c => c.Node.SideOf() == side), scored);
        Exact? points = uncut is { } before ? Exact.Least(before, node.Maximum) : null;
        return new(
            node,
            points,
            uncut,
            side == Side.Bonus ? points ?? Exact.Zero : Exact.Sum(children.Select(c => c.Bonus)),
            side == Side.Penalty ? points ?? Exact.Zero : Exact.Sum(children.Select(c => c.Penalty)),
            children.Any(c => c.Estimated),
            null,
            children);
    }

    private static Exact Uncut(ScoreNode node, Adding adds, Side side, UnassignedRule unassigned, IEnumerable<NodeScore> all, IReadOnlyList<NodeScore> scored)
    {
        var mean = side == Side.Base && adds == Adding.WeightedMean;
        var sum = mean ? Exact.Sum(scored.Select(c => node.Maximum * Weight(c) * c.Points!.Value / c.Node.Maximum)) : Exact.Sum(scored.Select(c => c.Points!.Value));
        return side == Side.Base && unassigned == UnassignedRule.Rescaled
            ? sum * Exact.Sum(all.Select(Share)) / Exact.Sum(scored.Select(Share))
            : sum;

        Exact Share(NodeScore child) => mean ? Weight(child) : child.Node.Maximum;
    }

    private static Exact Weight(NodeScore child) => child.Node.Weight ?? 0m;
}
