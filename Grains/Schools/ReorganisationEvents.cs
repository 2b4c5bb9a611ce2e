using ClusterActors.Academy;

namespace ClusterActors.Schools;

public abstract partial record SchoolEvent
{
    [EventName("renamed")]
    public sealed record Renamed(Renaming Renaming, string Province) : SchoolEvent;

    /// <summary>This school has ended with a merger.</summary>
    [EventName("merged")]
    public sealed record Merged(Merger Merger) : SchoolEvent;

    /// <summary>This school has come out of a merger.</summary>
    [EventName("succeeded")]
    public sealed record Succeeded(Merger Merger) : SchoolEvent;

    /// <summary>Its cluster has been dissolved.</summary>
    [EventName("cluster-left")]
    public sealed record ClusterLeft(string Cluster) : SchoolEvent;
}
