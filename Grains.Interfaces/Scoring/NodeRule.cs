namespace ClusterActors.Scoring;

/// <summary>
/// How a node comes to its points; <c>M</c> is its maximum, which also caps it. Leaves say what is entered for them. docs/domain.md works
/// an example of each.
/// </summary>
[GenerateSerializer, Alias("node-rule")]
public abstract record NodeRule
{
    private NodeRule()
    {
    }

    /// <summary>
    /// A group. Its base points come from its children by <paramref name="Adds"/>. Bonus and penalty below it are counted beside its base
    /// points and go up with them; a branch that holds nothing but bonus, or nothing but penalty, adds them up to its maximum.
    /// </summary>
    [GenerateSerializer, Alias("branch")]
    public sealed record Branch([property: Id(0)] Adding Adds, [property: Id(1)] EquatableList<ScoreNode> Children) : NodeRule;

    /// <summary>Judged in points: 0 to M are entered and given.</summary>
    [GenerateSerializer, Alias("assessed")]
    public sealed record Assessed : NodeRule;

    /// <summary>Measured: the result is entered, and the target where the regulation sets none.</summary>
    /// <param name="Target">Every school's target, above 0; null: each school has its own, or none, or was not assigned this at all.</param>
    [GenerateSerializer, Alias("quantitative")]
    public sealed record Quantitative([property: Id(0)] QuantityFormula Formula, [property: Id(1)] decimal? Target = null) : NodeRule;

    /// <summary>One of several levels: its number is entered, the lowest is 1.</summary>
    [GenerateSerializer, Alias("qualitative")]
    public sealed record Qualitative([property: Id(0)] EquatableList<Level> Levels) : NodeRule;

    /// <summary>Counted: a whole number is entered, each gives so many points.</summary>
    [GenerateSerializer, Alias("per-count")]
    public sealed record PerCount([property: Id(0)] decimal Each) : NodeRule;

    /// <summary>Passed indicators: a whole number up to <paramref name="Of"/> is entered and gives that share of M.</summary>
    [GenerateSerializer, Alias("pass-share")]
    public sealed record PassShare([property: Id(0)] int Of) : NodeRule;

    /// <summary>Beside the base points: a number is entered, each one gives so many points.</summary>
    [GenerateSerializer, Alias("bonus")]
    public sealed record Bonus([property: Id(0)] decimal Each) : NodeRule;

    /// <summary>Beside the base points: a number is entered, each one takes so many points.</summary>
    [GenerateSerializer, Alias("penalty")]
    public sealed record Penalty([property: Id(0)] decimal Each) : NodeRule;
}

/// <summary>How the base points of a branch come from those of its children.</summary>
[GenerateSerializer, Alias("adding")]
public enum Adding
{
    /// <summary>Added up; the children's maxima add up to exactly that of the branch.</summary>
    Sum,

    /// <summary>Added up and cut at M; the children's maxima add up to more.</summary>
    CappedSum,

    /// <summary>M times the mean of the shares that the children reach of their maxima, by their weights, which add up to exactly 1.</summary>
    WeightedMean,
}

/// <summary>Formulas over a result <c>A</c> and a target <c>T</c>.</summary>
[GenerateSerializer, Alias("quantity-formula")]
public enum QuantityFormula
{
    /// <summary>
    /// Up to the target M/2 · A/T; above it M/2 + M/2 · e/E, where e = (A − T)/T is the school's excess and E the greatest of the cluster, so
    /// that the leader has M. Without a target M · A/B, where B is the best result of the cluster's schools without one.
    /// </summary>
    TargetThenLeader,

    /// <summary>M · A/T, at most M.</summary>
    ShareOfTarget,

    /// <summary>M · A/B, where B is the best result of the cluster; there are no targets.</summary>
    ShareOfBest,
}

/// <param name="Points">Given for this level; more than for the level before.</param>
[GenerateSerializer, Alias("level")]
public sealed record Level([property: Id(0)] string Name, [property: Id(1)] decimal Points);
