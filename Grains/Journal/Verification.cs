using System.Security.Cryptography;

namespace ClusterActors.Journal;

/// <summary>
/// Reads the whole journal once, in commit order, and holds everything in it against everything else. Memory grows with the
/// number of streams and checkpoints, not with the number of events or of findings. Every checkpoint is computed again and not
/// only the latest: an older one that is followed by a chain alone could be changed together with its successor's link.
/// </summary>
/// <param name="reader">A store's, which may be in use meanwhile.</param>
/// <param name="from">Where an earlier run was stopped; null reads from the beginning.</param>
/// <param name="kept">Checkpoints that somebody keeps outside of the store: the journal must hold each of them.</param>
public sealed class Verification(IJournalReader reader, VerificationState? from = null, IReadOnlyList<KeptCheckpoint>? kept = null)
{
    /// <summary>So many findings are told one by one; <see cref="FindingCount"/> counts all.</summary>
    public const int MostFindings = 1000;

    /// <summary>Between two calls of what <see cref="RunAsync(Func{Task}, CancellationToken)"/> is given.</summary>
    public const int EventsPerStep = 1_000;

    private readonly List<Finding> findings = [.. from?.Findings ?? []];
    private readonly SortedDictionary<string, StreamHead> heads = new((from?.Heads ?? []).ToDictionary(head => head.Stream), StringComparer.Ordinal);
    private byte[] hash = from?.Hash ?? Chain.Start;
    private Checkpoint? latest = from?.Latest;
    private byte[] checkpointsSeen = from?.CheckpointsSeen ?? Chain.Start;

    /// <summary>The last position that has been read.</summary>
    public long Position { get; private set; } = from?.Position ?? 0;

    /// <summary>The position that this run reads up to: the last one when it began.</summary>
    public long Last { get; private set; }

    public long FindingCount { get; private set; } = from?.FindingCount ?? 0;

    /// <summary>What is wrong with the journal as it stood when the run began, the first of them; nothing if it is sound.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    public int Streams => heads.Count;

    /// <summary>The last checkpoint that was held against the events.</summary>
    public Checkpoint? Latest => latest;

    /// <summary>The findings of a whole run.</summary>
    /// <exception cref="JournalException">The store cannot answer.</exception>
    public static async Task<IReadOnlyList<Finding>> RunAsync(IJournalReader reader, CancellationToken cancel = default)
    {
        var verification = new Verification(reader);
        await verification.RunAsync(() => Task.CompletedTask, cancel);
        return verification.Findings;
    }

    /// <summary>From here another run can go on, if this one is stopped.</summary>
    public VerificationState State() => new(Position, hash, [.. heads.Values], latest, checkpointsSeen, [.. findings], FindingCount);

    /// <param name="step">Called every <see cref="EventsPerStep"/> events, between two of them.</param>
    /// <param name="cancel">Ends the run at once.</param>
    /// <exception cref="JournalException">The store cannot answer.</exception>
    public async Task RunAsync(Func<Task> step, CancellationToken cancel = default)
    {
        // In this order a running system can do no harm: what is read first is covered by what is read later.
        var checkpoints = new Queue<Checkpoint>(await reader.ReadCheckpointsAsync(cancel));
        var stored = await reader.ReadHeadsAsync(cancel);
        Last = stored.Position;
        CheckKept(checkpoints);
        if (from is not null && !await JoinsOnAsync(from, checkpoints, cancel))
        {
            Found(Finding.EarlierPartChanged, null, from.Position);
            return;
        }

        var untilStep = EventsPerStep;
        await foreach (var e in reader.ReadAllAsync(Position == 0 ? long.MinValue : Position, cancel))
        {
            if (e.Position > stored.Position)
                break;
            while (checkpoints.TryPeek(out var due) && due.Position < e.Position)
                Check(checkpoints.Dequeue());
            if (e.Position != Position + 1)
                Found(Finding.PositionBroken, null, e.Position);
            Check(e);
            if (--untilStep > 0)
                continue;
            untilStep = EventsPerStep;
            await step();
        }

        foreach (var checkpoint in checkpoints)
            Check(checkpoint);
        Check(stored.Heads);
    }

    private void CheckKept(IEnumerable<Checkpoint> checkpoints)
    {
        if (kept is null or [])
            return;
        var roots = checkpoints.ToLookup(checkpoint => checkpoint.Number, checkpoint => checkpoint.Root);
        foreach (var one in kept.Where(one => !roots[one.Number].Any(root => root.AsSpan().SequenceEqual(one.Root))))
            Found(Finding.CheckpointForgotten, null, one.Number);
    }

    /// <summary>Whether the store still has what the earlier run saw last: its last event, and every checkpoint it held against the events.</summary>
    private async Task<bool> JoinsOnAsync(VerificationState earlier, Queue<Checkpoint> checkpoints, CancellationToken cancel)
    {
        var seen = Chain.Start;
        while (earlier.Latest is { } last && checkpoints.TryPeek(out var checkpoint) && checkpoint.Number <= last.Number)
            seen = Seen(seen, checkpoints.Dequeue());
        if (!seen.AsSpan().SequenceEqual(earlier.CheckpointsSeen))
            return false;
        if (earlier.Position == 0)
            return true;
        await foreach (var e in reader.ReadAllAsync(earlier.Position - 1, cancel))
            return e.Position == earlier.Position && e.Hash.AsSpan().SequenceEqual(earlier.Hash);
        return false;
    }

    private void Check(JournalEvent e)
    {
        var known = heads.TryGetValue(e.Stream, out var head);
        if (!Chain.Holds(e, known ? head!.Version + 1 : 1, known ? head!.Hash : Chain.Start))
            Found(Finding.EventBroken, e.Stream, e.Version);

        // Goes on from what the event says of itself, so that one break gives one finding and not one for every successor.
        var stream = known ? head!.Stream : e.Stream;
        heads[stream] = new StreamHead(stream, e.Version, e.Hash);
        (Position, hash) = (e.Position, e.Hash);
    }

    private void Check(Checkpoint checkpoint)
    {
        if (checkpoint.Number != (latest?.Number ?? 0) + 1
            || (latest is not null && checkpoint.Position <= latest.Position)
            || !checkpoint.Previous.AsSpan().SequenceEqual(latest?.Root ?? Chain.Start))
            Found(Finding.CheckpointUnchained, null, checkpoint.Number);

        var links = heads.Values.Select(head => (head.Stream, head.Version, head.Hash));
        var root = Chain.Root(links, checkpoint.Position, checkpoint.Previous);
        if (!root.AsSpan().SequenceEqual(checkpoint.Root))
            Found(Finding.CheckpointBroken, null, checkpoint.Number);

        latest = checkpoint;
        checkpointsSeen = Seen(checkpointsSeen, checkpoint);
    }

    private static byte[] Seen(byte[] before, Checkpoint checkpoint)
    {
        using var seen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        seen.AppendData(before);
        Chain.Add(seen, checkpoint.Number);
        Chain.Add(seen, checkpoint.Position);
        Chain.Add(seen, checkpoint.Root);
        Chain.Add(seen, checkpoint.Previous);
        return seen.GetHashAndReset();
    }

    private void Check(IReadOnlyList<StreamHead> stored)
    {
        var headless = new HashSet<string>(heads.Keys, StringComparer.Ordinal);
        foreach (var head in stored)
        {
            if (!headless.Remove(head.Stream)
                || heads[head.Stream] is not { } read || read.Version != head.Version || !read.Hash.AsSpan().SequenceEqual(head.Hash))
                Found(Finding.HeadBroken, head.Stream, head.Version);
        }

        foreach (var stream in headless.Order(StringComparer.Ordinal))
            Found(Finding.HeadBroken, stream, heads[stream].Version);
    }

    private void Found(string code, string? stream, long number)
    {
        FindingCount++;
        if (findings.Count < MostFindings)
            findings.Add(new Finding(code, stream, number));
    }
}
