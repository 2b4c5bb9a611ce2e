using System.Collections.Concurrent;
using ClusterActors.Journal;

namespace ClusterActors.Bench.Stores;

/// <summary>Keeps what passes through it, so that the floor can write the same bytes.</summary>
internal sealed class RecordingJournal(IJournal journal) : IJournal
{
    private readonly ConcurrentQueue<Append> appends = new();

    /// <summary>In the order in which they came; those of one stream as they were committed.</summary>
    public IReadOnlyList<Append> Appends => [.. appends];

    public Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default) => journal.ReadAsync(stream, from, cancel);

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default)
    {
        appends.Enqueue(append);
        return journal.AppendAsync(append, cancel);
    }

    /// <summary>The appends as they were committed.</summary>
    /// <param name="commits">The operations of each commit.</param>
    public IReadOnlyList<Append[]> Grouped(IReadOnlyList<IReadOnlyList<string>> commits)
    {
        var byOperation = appends.ToDictionary(append => append.OperationId, StringComparer.Ordinal);
        if (commits.Sum(commit => commit.Count) is var committed && committed != byOperation.Count)
            throw new InvalidOperationException($"{byOperation.Count} appends were made and {committed} were seen in commits.");
        return [.. commits.Select(commit => commit.Select(operation => byOperation[operation]).ToArray())];
    }
}
