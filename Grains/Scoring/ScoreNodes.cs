namespace ClusterActors.Scoring;

/// <summary>What can be told of a node from the regulation alone.</summary>
internal static class ScoreNodes
{
    /// <summary>A branch that holds any base points is counted as such; one of bonus alone, or of penalty alone, as that.</summary>
    public static Side SideOf(this ScoreNode node) => node.Rule switch
    {
        NodeRule.Bonus => Side.Bonus,
        NodeRule.Penalty => Side.Penalty,
        NodeRule.Branch { Children: { Count: > 0 } children } => children.Min(SideOf),
        _ => Side.Base,
    };

    public static IEnumerable<ScoreNode> ChildrenOf(this ScoreNode node) => node.Rule is NodeRule.Branch branch ? branch.Children : [];

    /// <summary>The node and all below it, each before what is below it.</summary>
    public static IEnumerable<ScoreNode> All(this ScoreNode node) => node.ChildrenOf().SelectMany(All).Prepend(node);

    public static IEnumerable<ScoreNode> Leaves(this ScoreTree tree) => tree.Root.All().Where(n => n.Rule is not NodeRule.Branch);
}
