namespace ClusterActors.Storage;

/// <summary>
/// Where snapshots lie: the last one of each stream, in bytes that say nothing here. It may fail; <see cref="SnapshotCache"/>
/// stands before it. Every store passes the same contract suite (tests/Grains.Tests/Snapshots/SnapshotStoreContract.cs).
/// </summary>
public interface ISnapshotStore
{
    Task<byte[]?> FindAsync(string stream);

    /// <summary>Takes the place of what was kept of the stream before. Of two at once, one may fail.</summary>
    Task KeepAsync(string stream, byte[] snapshot);
}
