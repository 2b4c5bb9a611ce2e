namespace ClusterActors.Journal;

/// <summary>
/// When the journal was last backed up, verified and restored for practice, and how that ended: kept in the store itself, where
/// operators are shown it. It is erasable and no part of the chain.
/// </summary>
public interface IUpkeep
{
    /// <summary>The latest note of each task that was ever done.</summary>
    Task<IReadOnlyList<UpkeepNote>> LatestAsync(CancellationToken cancel = default);

    /// <summary>Takes the place of the same task's earlier note. Commands do so beside a running server.</summary>
    Task NoteAsync(UpkeepNote note, CancellationToken cancel = default);
}

public enum UpkeepTask
{
    Backup,
    Verification,
    Drill,
}

/// <param name="Task">What was done.</param>
/// <param name="At">When it ended; of a backup, the moment that it holds.</param>
/// <param name="Position">The last position that it covers.</param>
/// <param name="Findings">How much was found wrong; 0 if nothing.</param>
/// <param name="Name">Of a backup and a drill, the backup's own name without its folder; else null.</param>
public sealed record UpkeepNote(UpkeepTask Task, DateTimeOffset At, long Position, long Findings, string? Name = null);
