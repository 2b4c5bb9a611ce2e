using System.Collections.Concurrent;
using ClusterActors.Journal;
using ClusterActors.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Bench.Durable;

/// <summary>Keeps what passes through it, so that the floor can write the same bytes.</summary>
internal sealed class RecordingJournal(IJournal journal) : IJournal
{
    private readonly ConcurrentQueue<Append> appends = new();

    public Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default) => journal.ReadAsync(stream, from, cancel);

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default)
    {
        appends.Enqueue(append);
        return journal.AppendAsync(append, cancel);
    }

    /// <summary>The appends in the order in which they were committed, cut into commits. The store must be closed.</summary>
    public List<Append[]> Grouped(string folder, IReadOnlyList<int> sizes)
    {
        var byOperation = appends.ToDictionary(append => append.OperationId, StringComparer.Ordinal);
        var inOrder = Operations(folder).Select(operation => byOperation[operation]).ToArray();
        if (inOrder.Length != byOperation.Count || inOrder.Length != sizes.Sum())
            throw new InvalidOperationException($"{byOperation.Count} appends, {inOrder.Length} events and {sizes.Sum()} appends seen in commits do not agree.");

        var commits = new List<Append[]>(sizes.Count);
        var from = 0;
        foreach (var size in sizes)
            commits.Add(inOrder[from..(from += size)]);
        return commits;
    }

    /// <summary>Positions follow commits, and each append has one event.</summary>
    private static List<string> Operations(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, SqliteStore.FileName)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT operation_id FROM events ORDER BY position";
        using var reader = command.ExecuteReader();
        var operations = new List<string>();
        while (reader.Read())
            operations.Add(reader.GetString(0));
        return operations;
    }
}
