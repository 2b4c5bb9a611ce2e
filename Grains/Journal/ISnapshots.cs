namespace ClusterActors.Journal;

/// <summary>
/// States kept beside the journal, so that a long stream need not be read from its first event. A cache and nothing more: what
/// it gives is used only where the journal bears it out, and an answer never depends on it. So no member throws: what fails is
/// a miss, and for the implementation to log.
/// </summary>
public interface ISnapshots
{
    /// <summary>After how many events of a stream its state is kept again; at least 1.</summary>
    int Every { get; }

    /// <summary>What was kept of a stream last, as it was given; null where there is nothing, or nothing that can be read.</summary>
    Task<byte[]?> FindAsync(string stream);

    /// <summary>Takes note and returns at once: the snapshot is made and written behind the answer, or never.</summary>
    /// <param name="snapshot">Makes the snapshot; pure, may be called on any thread.</param>
    void Keep(string stream, Func<byte[]> snapshot);

    /// <summary>Told when what was found is of no use: damaged, of another release, or not of this journal.</summary>
    void Ignored(string stream);
}
