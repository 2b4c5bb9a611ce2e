namespace ClusterActors.Scoring;

/// <summary>What a node has come to, and how.</summary>
/// <param name="Points">Its points, of its own side, after its cap; null where nothing of it was scored, which is not zero.</param>
/// <param name="Uncut">The points before the cap.</param>
/// <param name="Bonus">What is counted beside base points: all the bonus at and below the node.</param>
/// <param name="Estimated">Whether a number that it rests on is partly an estimate.</param>
/// <param name="Best">What others have reached that a measured leaf was measured by; null where it was measured by a target alone, and for all others.</param>
internal sealed record NodeScore(
    ScoreNode Node, Exact? Points, Exact? Uncut, Exact Bonus, Exact Penalty, bool Estimated, Exact? Best, IReadOnlyList<NodeScore> Children)
{
    public Exact Base => Node.SideOf() == Side.Base ? Points ?? Exact.Zero : Exact.Zero;

    /// <summary>The node and all below it, each before what is below it.</summary>
    public IEnumerable<NodeScore> All() => Children.SelectMany(c => c.All()).Prepend(this);
}
