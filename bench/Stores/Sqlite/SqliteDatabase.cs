using System.Data.Common;
using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Bench.Stores.Sqlite;

/// <summary>A data folder of its own.</summary>
internal sealed class SqliteDatabase(WorkFolder.Fresh own) : IFreshDatabase
{
    private readonly CommitMarks marks = new();
    private SqliteStore? store;

    private string Database => Path.Combine(own.Path, SqliteStore.FileName);

    public Task<IStore> OpenAsync()
    {
        store = SqliteStore.Open(new() { Folder = own.Path, Clock = marks });
        marks.Watch(Database);
        return Task.FromResult<IStore>(store);
    }

    /// <summary>Its own folder is the data folder.</summary>
    public IReadOnlyList<string> ServerArguments(string folder) => ["--data", own.Path];

    public async Task CloseAsync()
    {
        if (store is not null)
            await store.DisposeAsync();
        store = null;
    }

    public IReadOnlyList<IReadOnlyList<string>> Commits()
    {
        var operations = Operations();
        if (operations.Count != marks.Sizes.Sum())
            throw new InvalidOperationException($"{operations.Count} events and {marks.Sizes.Sum()} appends seen in commits do not agree.");
        var commits = new List<IReadOnlyList<string>>(marks.Sizes.Count);
        var from = 0;
        foreach (var size in marks.Sizes)
            commits.Add(operations[from..(from += size)]);
        return commits;
    }

    public async Task<IReadOnlyList<TimeSpan>> WriteRowsAsync(IReadOnlyList<Append[]> untimed, IReadOnlyList<Append[]> timed)
    {
        // A store makes its tables when it is opened.
        await SqliteStore.Open(new() { Folder = own.Path }).DisposeAsync();
        using var connection = Open("ReadWrite");
        return SqliteRows.Write(connection, untimed, timed);
    }

    public DbConnection Connect() => Open("ReadOnly");

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        // After the store: to close a file drops the locks that this process has on it.
        marks.Dispose();
        own.Dispose();
    }

    /// <summary>Positions follow commits, and each append has one event.</summary>
    private List<string> Operations()
    {
        using var connection = Open("ReadOnly");
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT operation_id FROM events ORDER BY position";
        using var reader = command.ExecuteReader();
        var operations = new List<string>();
        while (reader.Read())
            operations.Add(reader.GetString(0));
        return operations;
    }

    private SqliteConnection Open(string mode)
    {
        var connection = new SqliteConnection($"Data Source={Database};Mode={mode};Pooling=False");
        connection.Open();
        return connection;
    }
}
