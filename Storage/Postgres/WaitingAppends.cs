namespace ClusterActors.Storage.Postgres;

/// <summary>
/// Appends in the order in which they came, of which a batch takes at most one per stream: the next one of a stream is to see
/// what the one before has done, and a set-based statement sees only what was there before it.
/// </summary>
internal sealed class WaitingAppends
{
    private const int MaxBatch = 256;
    private const long MaxWeight = 8 << 20;

    private readonly Queue<PendingAppend> free = new();
    private readonly Dictionary<string, Queue<PendingAppend>> behind = new(StringComparer.Ordinal);

    public bool IsEmpty => free.Count == 0;

    public void Add(PendingAppend append)
    {
        if (behind.TryGetValue(append.Append.Stream, out var queue))
        {
            queue.Enqueue(append);
            return;
        }

        behind.Add(append.Append.Stream, new Queue<PendingAppend>());
        free.Enqueue(append);
    }

    /// <summary>In ordinal order of their streams, as their heads are locked.</summary>
    public List<PendingAppend> Take()
    {
        var batch = new List<PendingAppend>();
        var weight = 0L;
        while (batch.Count < MaxBatch && free.TryPeek(out var next) && (batch.Count == 0 || weight + next.Weight <= MaxWeight))
        {
            batch.Add(free.Dequeue());
            weight += next.Weight;
        }

        batch.ForEach(taken => Release(taken.Append.Stream));
        batch.Sort((a, b) => string.CompareOrdinal(a.Append.Stream, b.Append.Stream));
        return batch;
    }

    private void Release(string stream)
    {
        var queue = behind[stream];
        if (queue.TryDequeue(out var successor))
            free.Enqueue(successor);
        else
            behind.Remove(stream);
    }
}
