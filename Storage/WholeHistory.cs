using ClusterActors.Journal;

namespace ClusterActors.Storage;

internal static class WholeHistory
{
    /// <summary>Whether these are all the events from a version up to this head.</summary>
    public static bool IsReachedBy(this StreamHead head, IReadOnlyList<JournalEvent> events, long from) =>
        events.Count == Math.Max(0, head.Version - from + 1)
        && (events is not [.., var last] || last.Hash.AsSpan().SequenceEqual(head.Hash));
}
