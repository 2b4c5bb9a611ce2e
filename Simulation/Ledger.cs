using ClusterActors.Journal;

namespace ClusterActors.Simulation;

/// <summary>Every stream's state, followed from what the store has committed and from nothing that a grain says.</summary>
internal sealed class Ledger
{
    private readonly SortedDictionary<string, PastStream> streams = new(StringComparer.Ordinal);

    public T? State<T>(IGrainKey key)
        where T : class => streams.GetValueOrDefault(key.ToString())?.State as T;

    public Commit Follow(Append append)
    {
        if (!streams.TryGetValue(append.Stream, out var stream))
            streams.Add(append.Stream, stream = PastStream.Of(append.Stream));
        return new(append, [.. append.Events.Select(e => Follow(stream, e))]);
    }

    private static Happened Follow(PastStream stream, JournalEvent e)
    {
        var before = stream.State;
        var read = stream.Follow(e);
        return new(e, read, before, stream.State);
    }
}

/// <summary>One append as the store has written it.</summary>
internal sealed record Commit(Append Append, IReadOnlyList<Happened> Events);

/// <param name="Event">Null for a step that was answered.</param>
internal sealed record Happened(JournalEvent Recorded, object? Event, object Before, object After);
