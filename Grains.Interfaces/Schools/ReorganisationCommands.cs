using ClusterActors.Academy;

namespace ClusterActors.Schools;

/// <summary>What the Academy has decided of this school; facts, which are applied.</summary>
public abstract partial record SchoolCommand
{
    [GenerateSerializer, Alias("apply-renaming-of-school")]
    public sealed record ApplyRenaming([property: Id(0)] Renaming Renaming, [property: Id(1)] string Province) : SchoolCommand;

    /// <summary>This school has ended with the merger, or is its successor.</summary>
    [GenerateSerializer, Alias("apply-merger-to-school")]
    public sealed record ApplyMerger([property: Id(0)] Merger Merger) : SchoolCommand;

    /// <summary>The school's cluster has been dissolved.</summary>
    [GenerateSerializer, Alias("leave-cluster")]
    public sealed record LeaveCluster([property: Id(0)] string Cluster) : SchoolCommand;
}

/// <summary>What a school was called.</summary>
/// <param name="Until">The day from which it bears another name.</param>
/// <param name="Decision">By which it got the other one.</param>
public sealed record FormerSchoolName(string Name, string Province, DateOnly Until, DecisionReference Decision);
