namespace ClusterActors.Journal;

/// <summary>
/// How far a verification came. Who goes on from it reads on behind <paramref name="Position"/>, and takes its word for what
/// lies before, but for the event at that position and the checkpoints up to it, which are compared again.
/// </summary>
/// <param name="Position">The last position that was read.</param>
/// <param name="Hash">The hash of the event there.</param>
/// <param name="Heads">Every stream's last event up to there.</param>
/// <param name="Latest">The last checkpoint that was held against the events.</param>
/// <param name="CheckpointsSeen">A hash over all of those, 32 zero bytes where there was none.</param>
/// <param name="Findings">At most <see cref="Verification.MostFindings"/>.</param>
/// <param name="FindingCount">How many there were.</param>
public sealed record VerificationState(
    long Position,
    byte[] Hash,
    IReadOnlyList<StreamHead> Heads,
    Checkpoint? Latest,
    byte[] CheckpointsSeen,
    IReadOnlyList<Finding> Findings,
    long FindingCount);
