namespace ClusterActors.Academy;

/// <summary>The Academy reorganises schools and clusters, each time by a numbered decision, from a day on and with a reason.</summary>
public abstract partial record AcademyCommand
{
    /// <summary>A school has got another name, mostly with its province; it stays the same school under the same code.</summary>
    /// <param name="On">Since when it bears the name.</param>
    [GenerateSerializer, Alias("rename-school")]
    public sealed record RenameSchool(
        [property: Id(0)] string School,
        [property: Id(1)] string Name,
        [property: Id(2)] string Province,
        [property: Id(3)] DateOnly On,
        [property: Id(4)] DecisionReference Decision,
        [property: Id(5)] string Reason) : AcademyCommand;

    /// <summary>A cluster gets another name or number; it stays the same cluster under the same code.</summary>
    [GenerateSerializer, Alias("rename-cluster")]
    public sealed record RenameCluster(
        [property: Id(0)] string Cluster,
        [property: Id(1)] string Name,
        [property: Id(2)] DateOnly On,
        [property: Id(3)] DecisionReference Decision,
        [property: Id(4)] string Reason,
        [property: Id(5)] int? Number = null) : AcademyCommand;

    /// <summary>
    /// A cluster is no more: it opens no further year, and its schools are free for others. A year that is still open goes on to its end, or
    /// is ended by <see cref="Campaigns.CampaignCommand.EndYear"/>; with the last of them the dissolution is in force.
    /// </summary>
    [GenerateSerializer, Alias("dissolve-cluster")]
    public sealed record DissolveCluster(
        [property: Id(0)] string Cluster,
        [property: Id(1)] DateOnly On,
        [property: Id(2)] DecisionReference Decision,
        [property: Id(3)] string Reason) : AcademyCommand;

    /// <summary>A school moves to another cluster, or into one where it is in none. What years are open it finishes where it began them.</summary>
    /// <param name="Cluster">The one it moves to.</param>
    [GenerateSerializer, Alias("transfer-school")]
    public sealed record TransferSchool(
        [property: Id(0)] string School,
        [property: Id(1)] string Cluster,
        [property: Id(2)] DateOnly On,
        [property: Id(3)] DecisionReference Decision,
        [property: Id(4)] string Reason) : AcademyCommand;

    /// <summary>Schools become one: a new one, which has been registered before, or one of them. Clusters do not matter.</summary>
    /// <param name="Schools">Those that end with it; not the successor.</param>
    /// <param name="Cluster">The cluster that the successor is in from then on; null: it stays where it is.</param>
    [GenerateSerializer, Alias("merge-schools")]
    public sealed record MergeSchools(
        [property: Id(0)] EquatableList<string> Schools,
        [property: Id(1)] string Successor,
        [property: Id(2)] DateOnly On,
        [property: Id(3)] DecisionReference Decision,
        [property: Id(4)] string Reason,
        [property: Id(5)] string? Cluster = null) : AcademyCommand;
}

/// <summary>Schools have become one (sáp nhập).</summary>
/// <param name="Schools">Those that ended with it.</param>
/// <param name="Cluster">The successor's cluster since then; null: none.</param>
/// <param name="Before">The successor's cluster until then; null where it was in none, as a school that was founded for this or whose cluster was dissolved.</param>
/// <param name="Founded">Whether it had never been in a cluster; null in what was recorded before this was asked: it had not where <paramref name="Before"/> is null.</param>
[GenerateSerializer, Alias("merger")]
public sealed record Merger(
    [property: Id(0)] EquatableList<string> Schools,
    [property: Id(1)] string Successor,
    [property: Id(2)] string? Cluster,
    [property: Id(3)] string? Before,
    [property: Id(4)] DateOnly On,
    [property: Id(5)] DecisionReference Decision,
    [property: Id(6)] string Reason,
    [property: Id(7)] bool? Founded = null)
{
    /// <summary>Whether the successor had never been in a cluster.</summary>
    public bool IsOfNewSchool() => Founded ?? Before is null;
}

/// <summary>A school moves from one cluster to another.</summary>
/// <param name="From">Null where it was in none.</param>
[GenerateSerializer, Alias("transfer")]
public sealed record Transfer(
    [property: Id(0)] string School,
    [property: Id(1)] string? From,
    [property: Id(2)] string To,
    [property: Id(3)] DateOnly On,
    [property: Id(4)] DecisionReference Decision,
    [property: Id(5)] string Reason);

/// <summary>Another name, by a decision of the Academy.</summary>
/// <param name="On">Since when.</param>
[GenerateSerializer, Alias("renaming")]
public sealed record Renaming(
    [property: Id(0)] string Name, [property: Id(1)] DateOnly On, [property: Id(2)] DecisionReference Decision, [property: Id(3)] string Reason);

/// <summary>A cluster is no more.</summary>
[GenerateSerializer, Alias("dissolution")]
public sealed record Dissolution([property: Id(0)] DateOnly On, [property: Id(1)] DecisionReference Decision, [property: Id(2)] string Reason);
