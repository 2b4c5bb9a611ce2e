using System.Globalization;
using ClusterActors.Tests.Postgres;
using Npgsql;

namespace ClusterActors.Bench.Stores.Postgres;

/// <summary>
/// The bench's own PostgreSQL, with its own defaults and room for pgbench's clients. It lies in the work folder, unless it runs as
/// nobody and nobody cannot come there: then in the system's temporary one, and the report names the file system.
/// </summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private readonly WorkFolder.Fresh folder;
    private readonly PrivateServer server;
    private int databases;

    private BenchServer(WorkFolder.Fresh folder) => (this.folder, server) = (folder, new PrivateServer(folder.Path, "max_connections=1100"));

    public string Port => server.Port.ToString(CultureInfo.InvariantCulture);

    public static async Task<BenchServer> StartAsync(WorkFolder work)
    {
        var reachable = !PrivateServer.RunsAsNobody || work.IsOpenToAll;
        var started = new BenchServer(reachable ? work.Make() : new(Directory.CreateTempSubdirectory("cluster-actors-bench-")));
        try
        {
            await started.server.CreateAsync();
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <returns>The connection string of an empty database.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench{++databases}");
        await PrivateServer.ExecuteAsync(server.ConnectionString("postgres"), $"CREATE DATABASE {name}");
        return server.ConnectionString(name);
    }

    public async Task<string> AboutAsync()
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "SELECT format('fsync=%s, synchronous_commit=%s', current_setting('fsync'), current_setting('synchronous_commit'))", connection);
        return $"PostgreSQL {connection.ServerVersion}, {await command.ExecuteScalarAsync()}, over TCP on loopback, on {folder.FileSystem}";
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync();
        folder.Dispose();
    }
}
