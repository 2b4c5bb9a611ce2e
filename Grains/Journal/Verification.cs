namespace ClusterActors.Journal;

/// <summary>
/// Reads the whole journal once, in commit order, and holds everything in it against everything else. Memory grows with the
/// number of streams and checkpoints, not with the number of events. Every checkpoint is computed again and not only the
/// latest: an older one that is followed by a chain alone could be changed together with its successor's link.
/// </summary>
public sealed class Verification
{
    private readonly IJournalReader reader;
    private readonly List<Finding> findings = [];
    private readonly SortedDictionary<string, StreamHead> heads = new(StringComparer.Ordinal);
    private byte[] latestRoot = Chain.Start;
    private Checkpoint? latest;

    private Verification(IJournalReader reader) => this.reader = reader;

    /// <summary>What is wrong with the journal as it stood when the call began; nothing if it is sound.</summary>
    /// <exception cref="JournalException">The store cannot answer.</exception>
    public static async Task<IReadOnlyList<Finding>> RunAsync(IJournalReader reader, CancellationToken cancel = default)
    {
        var verification = new Verification(reader);
        await verification.RunAsync(cancel);
        return verification.findings;
    }

    private async Task RunAsync(CancellationToken cancel)
    {
        // In this order a running system can do no harm: what is read first is covered by what is read later.
        var checkpoints = new Queue<Checkpoint>(await reader.ReadCheckpointsAsync(cancel));
        var stored = await reader.ReadHeadsAsync(cancel);

        var position = 0L;
        await foreach (var e in reader.ReadAllAsync(after: long.MinValue, cancel))
        {
            if (e.Position > stored.Position)
                break;
            while (checkpoints.TryPeek(out var due) && due.Position < e.Position)
                Check(checkpoints.Dequeue());
            if (e.Position != ++position)
                Found(Finding.PositionBroken, null, position = e.Position);
            Check(e);
        }

        foreach (var checkpoint in checkpoints)
            Check(checkpoint);
        Check(stored.Heads);
    }

    private void Check(JournalEvent e)
    {
        var (version, hash) = heads.TryGetValue(e.Stream, out var head) ? (head.Version, head.Hash) : (0, Chain.Start);
        if (!Chain.Holds(e, version + 1, hash))
            Found(Finding.EventBroken, e.Stream, e.Version);

        // Goes on from what the event says of itself, so that one break gives one finding and not one for every successor.
        heads[e.Stream] = new StreamHead(e.Stream, e.Version, e.Hash);
    }

    private void Check(Checkpoint checkpoint)
    {
        if (checkpoint.Number != (latest?.Number ?? 0) + 1
            || (latest is not null && checkpoint.Position <= latest.Position)
            || !checkpoint.Previous.AsSpan().SequenceEqual(latestRoot))
            Found(Finding.CheckpointUnchained, null, checkpoint.Number);

        var links = heads.Values.Select(head => (head.Stream, head.Version, head.Hash));
        var root = Chain.Root(links, checkpoint.Position, checkpoint.Previous);
        if (!root.AsSpan().SequenceEqual(checkpoint.Root))
            Found(Finding.CheckpointBroken, null, checkpoint.Number);

        (latest, latestRoot) = (checkpoint, checkpoint.Root);
    }

    private void Check(IReadOnlyList<StreamHead> stored)
    {
        foreach (var head in stored)
        {
            if (!heads.Remove(head.Stream, out var read) || read.Version != head.Version || !read.Hash.AsSpan().SequenceEqual(head.Hash))
                Found(Finding.HeadBroken, head.Stream, head.Version);
        }

        foreach (var headless in heads.Values)
            Found(Finding.HeadBroken, headless.Stream, headless.Version);
    }

    private void Found(string code, string? stream, long number) => findings.Add(new Finding(code, stream, number));
}
