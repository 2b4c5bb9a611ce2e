namespace ClusterActors.Journal;

/// <summary>
/// Checkpoints over the whole journal. A hash chain alone proves little against whoever can rewrite it; the root of a
/// checkpoint is what is printed, exported and compared.
/// </summary>
public interface ICheckpoints
{
    /// <summary>Makes a checkpoint over every stream head as committed now; the latest again if nothing has been appended since.</summary>
    Task<Checkpoint> MakeAsync(CancellationToken cancel = default);

    Task<Checkpoint?> LatestAsync(CancellationToken cancel = default);
}

/// <param name="Number">1, 2, 3 …</param>
/// <param name="Position">The last event position it covers.</param>
/// <param name="Root">See <see cref="Chain.Root"/>.</param>
/// <param name="Previous">The root of the checkpoint before, 32 zero bytes for the first.</param>
public sealed record Checkpoint(long Number, long Position, byte[] Root, byte[] Previous);
