namespace ClusterActors.Journal;

/// <summary>One thing that is not as it was written.</summary>
/// <param name="Code">One of the codes below; stable.</param>
/// <param name="Stream">Null where the finding concerns the whole journal.</param>
/// <param name="Number">The stream's version; without a stream the position, or the checkpoint's number.</param>
public sealed record Finding(string Code, string? Stream, long Number)
{
    /// <summary>An event's bytes do not give its hash, or it does not join on to the event before.</summary>
    public const string EventBroken = "event_broken";

    /// <summary>Commit positions do not run 1, 2, 3 …</summary>
    public const string PositionBroken = "position_broken";

    /// <summary>A stream's head is not its last event.</summary>
    public const string HeadBroken = "head_broken";

    /// <summary>A checkpoint's root is not the root over the events up to its position.</summary>
    public const string CheckpointBroken = "checkpoint_broken";

    /// <summary>A checkpoint does not join on to the one before.</summary>
    public const string CheckpointUnchained = "checkpoint_unchained";

    /// <summary>A checkpoint that somebody keeps outside of the store is not in the journal: it was put back, or is another one.</summary>
    public const string CheckpointForgotten = "checkpoint_forgotten";

    /// <summary>The part that an earlier run had read is not there any more as it was, up to this position.</summary>
    public const string EarlierPartChanged = "earlier_part_changed";
}
