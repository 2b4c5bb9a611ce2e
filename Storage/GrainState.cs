namespace ClusterActors.Storage;

/// <summary>
/// Under which name a snapshot stands among the grain states of a database. The table is one that Orleans' storage provider can
/// work on, so that both builds use the same.
/// </summary>
public static class GrainState
{
    /// <summary>Orleans' service id.</summary>
    public const string Service = "clusteractors";

    /// <summary>The name of the state, and of the storage provider.</summary>
    public const string Kind = "snapshot";
}
