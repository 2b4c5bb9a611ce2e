using ClusterActors.Academy;

namespace ClusterActors.Scoring;

/// <summary>The scorecard (bảng chấm điểm) as a tree of criteria of any depth, in place of flat groups.</summary>
/// <param name="Root">The whole; its maximum is what a year can give before bonus and penalty.</param>
/// <param name="Unassigned">What becomes of a leaf that a school was not assigned.</param>
/// <param name="EstimatedMonths">Months (1 to 12) whose share of an entry may be an estimate: sheets are filled in before the year ends.</param>
[GenerateSerializer, Alias("score-tree")]
public sealed record ScoreTree(
    [property: Id(0)] ScoreNode Root,
    [property: Id(1)] Sourced<UnassignedRule> Unassigned,
    [property: Id(2)] Sourced<EquatableList<int>> EstimatedMonths);

/// <summary>What a leaf that a school was not assigned does to its total. In every view it is unscored, which is not zero; in the total it differs from 0 only where it is rescaled.</summary>
[GenerateSerializer, Alias("unassigned-rule")]
public enum UnassignedRule
{
    /// <summary>It adds nothing to the total, as 0 would: the school can reach less by the leaf's share of its branch.</summary>
    LeftOut,

    /// <summary>
    /// It counts neither for the school nor against it: within its branch the others stand for it too, what they give is scaled up to the whole by
    /// their maxima or, under a mean, their weights. A branch of which nothing was assigned is stood for by its neighbours in the same way.
    /// </summary>
    Rescaled,
}

/// <summary>A criterion (tiêu chí), or a group of them.</summary>
/// <param name="Code">Unique in the tree.</param>
/// <param name="Maximum">The most points that the node gives, or, under a penalty, takes.</param>
/// <param name="Weight">Its share of a branch that takes a weighted mean, above 0 and at most 1; null under every other branch.</param>
[GenerateSerializer, Alias("score-node")]
public sealed record ScoreNode(
    [property: Id(0)] string Code,
    [property: Id(1)] string Name,
    [property: Id(2)] decimal Maximum,
    [property: Id(3)] NodeRule Rule,
    [property: Id(4)] string Source,
    [property: Id(5)] decimal? Weight = null);
