using System.Data.Common;
using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Tests.Postgres;
using Npgsql;

namespace ClusterActors.Bench.Stores.Postgres;

/// <summary>A database of its own on the bench's server.</summary>
internal sealed class PostgresDatabase(string connectionString) : IFreshDatabase
{
    private const string DropTriggers = "DROP FUNCTION stands, only_rises, follows CASCADE";

    private PostgresStore? store;

    public async Task<IStore> OpenAsync()
    {
        store = await OpenStoreAsync();
        return store;
    }

    public IReadOnlyList<string> ServerArguments(string folder)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return ["--data", folder, "--store", $"postgres://{parts.Username}@{parts.Host}:{parts.Port}/{parts.Database}"];
    }

    public async Task CloseAsync()
    {
        if (store is not null)
            await store.DisposeAsync();
        store = null;
    }

    /// <summary>The server keeps with each row which transaction wrote it (<c>xmin</c>), and positions follow commits.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Commits()
    {
        using var connection = Open();
        using var command = new NpgsqlCommand("SELECT operation_id, xmin::text FROM events ORDER BY position", connection);
        using var reader = command.ExecuteReader();
        var commits = new List<List<string>>();
        string? last = null;
        while (reader.Read())
        {
            if (reader.GetString(1) is var transaction && transaction != last)
                commits.Add([]);
            commits[^1].Add(reader.GetString(0));
            last = transaction;
        }

        return commits;
    }

    public async Task<IReadOnlyList<TimeSpan>> WriteRowsAsync(IReadOnlyList<Append[]> untimed, IReadOnlyList<Append[]> timed)
    {
        await MakeTablesAsync();
        using var connection = Open();
        using var rows = new RowBatch(connection);
        foreach (var commit in untimed)
            rows.Commit(commit);
        return Timed.Each(timed, rows.Commit);
    }

    /// <summary>The store's tables without their triggers.</summary>
    public async Task MakeTablesAsync()
    {
        await (await OpenStoreAsync()).DisposeAsync();
        await PrivateServer.ExecuteAsync(connectionString, DropTriggers);
    }

    public DbConnection Connect() => Open();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        var elsewhere = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres" };
        await PrivateServer.ExecuteAsync(
            elsewhere.ConnectionString, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private Task<PostgresStore> OpenStoreAsync() => PostgresStore.OpenAsync(new() { ConnectionString = connectionString });

    private NpgsqlConnection Open()
    {
        var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        connection.Open();
        return connection;
    }
}
