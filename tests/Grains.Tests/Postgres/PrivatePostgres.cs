using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ClusterActors.Storage.Postgres;
using Npgsql;

namespace ClusterActors.Tests.Postgres;

/// <summary>
/// A PostgreSQL server of the tests' own: made in a temporary folder, on loopback, with every flush to disk that a real one has,
/// ended by its own process id. The server refuses to run as root, so root's tests run it as nobody.
/// </summary>
public sealed class PrivatePostgres : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly string folder = Directory.CreateTempSubdirectory("cluster-actors-pg-").FullName;
    private Process? server;
    private TestDatabase? prepared;
    private TestDatabase? reused;
    private int databases;

    public int Port { get; } = FreePort();

    private string Data => Path.Combine(folder, "data");

    private static string[] AsNobody => Environment.UserName == "root" ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [];

    public async Task InitializeAsync()
    {
        if (ServerBinaries.Folder is null)
            return;
        if (AsNobody.Length > 0)
            await RunAsync("chown", "nobody:nogroup", folder);
        await RunAsync([.. AsNobody, Binary("initdb"), "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        await StartAsync();
    }

    /// <summary>Also after <see cref="KillAsync"/>: then it recovers from its log.</summary>
    public async Task StartAsync()
    {
        var deadline = Stopwatch.GetTimestamp();
        while (true)
        {
            server = Process.Start(Quiet([
                .. AsNobody, Binary("postgres"), "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-h", "127.0.0.1", "-k", folder,
                "-c", "max_connections=60", "-c", "shared_buffers=64MB", "-c", "autovacuum=off"]))!;
            if (await AnswersAsync())
                return;
            // Backends of a killed server still have its shared memory for a moment.
            var said = await server.StandardError.ReadToEndAsync();
            if (Stopwatch.GetElapsedTime(deadline) > StartLimit)
                throw new InvalidOperationException($"The private PostgreSQL does not start: {said}");
        }
    }

    /// <summary>Without a word to anyone, as a power cut does it.</summary>
    public async Task KillAsync()
    {
        server!.Kill();
        await server.WaitForExitAsync();
    }

    /// <summary>An empty database.</summary>
    public Task<TestDatabase> CreateEmptyAsync() => CreateAsync("template0");

    /// <summary>A database with the tables of a live store; they are made once.</summary>
    public async Task<TestDatabase> CreateAsync()
    {
        if (prepared is null)
        {
            prepared = await CreateEmptyAsync();
            await (await prepared.OpenAsync()).DisposeAsync();
        }

        return await CreateAsync(prepared.Name);
    }

    /// <summary>
    /// One database for tests that come one after the other and do nothing to its tables: as good as new, for a tenth of the time.
    /// </summary>
    public async Task<TestDatabase> EmptiedAsync()
    {
        reused ??= await CreateAsync();
        await reused.TamperAsync("""
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
            BEGIN;
            ALTER TABLE events DISABLE TRIGGER USER; ALTER TABLE operations DISABLE TRIGGER USER;
            ALTER TABLE streams DISABLE TRIGGER USER; ALTER TABLE checkpoints DISABLE TRIGGER USER;
            DELETE FROM events; DELETE FROM operations; DELETE FROM streams; DELETE FROM checkpoints;
            DELETE FROM outbox; DELETE FROM views; DELETE FROM people; DELETE FROM api_keys; DELETE FROM blobs;
            ALTER TABLE events ENABLE ALWAYS TRIGGER events_stand, ENABLE ALWAYS TRIGGER events_keep;
            ALTER TABLE operations ENABLE ALWAYS TRIGGER operations_stand, ENABLE ALWAYS TRIGGER operations_keep;
            ALTER TABLE checkpoints ENABLE ALWAYS TRIGGER checkpoints_stand, ENABLE ALWAYS TRIGGER checkpoints_keep, ENABLE ALWAYS TRIGGER checkpoints_follow;
            ALTER TABLE streams ENABLE ALWAYS TRIGGER streams_stand, ENABLE ALWAYS TRIGGER streams_keep, ENABLE ALWAYS TRIGGER streams_only_rise;
            COMMIT
            """);
        return reused;
    }

    private async Task<TestDatabase> CreateAsync(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref databases)}");
        await ExecuteAsync(ConnectionString("postgres"), $"CREATE DATABASE {name} TEMPLATE {template}");
        return new TestDatabase(name, ConnectionString(name));
    }

    /// <summary>A database of which nothing but its log lies outside <paramref name="folder"/>.</summary>
    public async Task<TestDatabase> CreateOnAsync(string folder)
    {
        await ExecuteAsync(ConnectionString("postgres"), $"CREATE TABLESPACE small LOCATION '{folder}'");
        return await CreateAsync("template0 TABLESPACE small");
    }

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = "postgres",
        Timeout = 5,
        IncludeErrorDetail = true,
    }.ConnectionString;

    /// <summary>Past the store, as an intruder or an operator could; on a connection of its own.</summary>
    public static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Ends a session and takes the store's lock before anybody else can.</summary>
    public static async Task<NpgsqlConnection> UsurpAsync(TestDatabase database, int serverProcess)
    {
        var usurper = new NpgsqlConnection($"{database.ConnectionString};Pooling=false;Application Name=usurper");
        await usurper.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT pg_terminate_backend({serverProcess}); SELECT pg_advisory_lock({StoreLocks.Store})", usurper);
        await command.ExecuteNonQueryAsync();
        return usurper;
    }

    public async Task DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            // Fast shutdown: sessions that a failed test left behind do not hold it up.
            await SignalAsync("INT", server.Id);
            await server.WaitForExitAsync();
        }

        server?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public static Task SignalAsync(string signal, int process) => RunAsync("kill", $"-{signal}", process.ToString(CultureInfo.InvariantCulture));

    public static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(Quiet(command))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with {process.ExitCode}: {await output}{error}");
    }

    private async Task<bool> AnswersAsync()
    {
        while (!server!.HasExited)
        {
            try
            {
                await ExecuteAsync(ConnectionString("postgres"), "SELECT 1");
                _ = server.StandardError.ReadToEndAsync();
                _ = server.StandardOutput.ReadToEndAsync();
                return true;
            }
            catch (NpgsqlException)
            {
                await Task.Yield();
            }
        }

        return false;
    }

    private static string Binary(string name) => Path.Combine(ServerBinaries.Folder!, name);

    private static ProcessStartInfo Quiet(string[] command) => new(command[0], command[1..])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        WorkingDirectory = "/",
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One server for all tests that do it no harm.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresServer : ICollectionFixture<PrivatePostgres>
{
    public const string Name = "PostgreSQL";
}
