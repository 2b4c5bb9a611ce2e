namespace ClusterActors.Journal;

/// <summary>Something that must always hold, and does not.</summary>
/// <param name="Number">The invariant's number; docs/simulation.md lists them.</param>
/// <param name="Detail">What was found instead; for the log.</param>
public sealed record BrokenInvariant(int Number, string Detail)
{
    /// <summary>The numbers of those that production looks at, too.</summary>
    public static IReadOnlyList<int> Watched { get; } = [8, 10, 11, 20];
}
