using ClusterActors.Standards;

namespace ClusterActors.Academy;

/// <summary>
/// How a school's way to the national standard feeds the year's scorecard: the share of indicators that are met gives one criterion, and whether
/// the school is recognised gives nothing.
/// </summary>
/// <param name="Standards">Codes of the standards whose progress counts in this year.</param>
/// <param name="Criterion">A flat criterion of base points, or a leaf of the tree that is assessed or counts what is passed.</param>
/// <param name="Level">The level whose indicators are counted.</param>
/// <param name="Unreported">What counts of a school that has reported no progress.</param>
[GenerateSerializer, Alias("standard-school-rules")]
public sealed record StandardSchoolRules(
    [property: Id(0)] Sourced<EquatableList<string>> Standards,
    [property: Id(1)] Sourced<string> Criterion,
    [property: Id(2)] Sourced<StandardLevel> Level,
    [property: Id(3)] Sourced<UnreportedProgress> Unreported);

[GenerateSerializer, Alias("unreported-progress")]
public enum UnreportedProgress
{
    /// <summary>The criterion is scored as any other.</summary>
    OwnScore,

    /// <summary>Nothing is met.</summary>
    Zero,
}
