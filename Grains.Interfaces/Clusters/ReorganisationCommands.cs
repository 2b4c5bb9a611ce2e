using ClusterActors.Academy;

namespace ClusterActors.Clusters;

/// <summary>What the Academy has decided of this cluster and its members; facts, which are applied.</summary>
public abstract partial record ClusterCommand
{
    [GenerateSerializer, Alias("apply-renaming-of-cluster")]
    public sealed record ApplyRenaming([property: Id(0)] Renaming Renaming, [property: Id(1)] int? Number) : ClusterCommand;

    /// <summary>A school comes into this cluster, or leaves it for another.</summary>
    [GenerateSerializer, Alias("apply-transfer")]
    public sealed record ApplyTransfer([property: Id(0)] Transfer Transfer) : ClusterCommand;

    /// <summary>Schools that are or were members have become one, or their successor comes into this cluster.</summary>
    [GenerateSerializer, Alias("apply-merger-to-cluster")]
    public sealed record ApplyMerger([property: Id(0)] Merger Merger) : ClusterCommand;

    [GenerateSerializer, Alias("apply-dissolution-of-cluster")]
    public sealed record ApplyDissolution([property: Id(0)] Dissolution Dissolution) : ClusterCommand;

    /// <summary>A year of this cluster is closed: one that was ended before its handover, or one that a dissolution waits for.</summary>
    [GenerateSerializer, Alias("note-closing")]
    public sealed record NoteClosing([property: Id(0)] int Year) : ClusterCommand;
}

/// <summary>What a cluster was called.</summary>
/// <param name="Until">The day from which it bears another name.</param>
/// <param name="Decision">By which it got the other one.</param>
public sealed record FormerClusterName(string Name, int? Number, DateOnly Until, DecisionReference Decision);
