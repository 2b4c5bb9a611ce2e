namespace ClusterActors.Storage;

public sealed record SnapshotOptions
{
    /// <summary>After so many events of a stream its state is kept again; at least 1.</summary>
    public int Every { get; init; } = 100;

    /// <summary>So many snapshots wait to be written; when more come, the one that waited longest is let go.</summary>
    public int MostWaiting { get; init; } = 256;
}
