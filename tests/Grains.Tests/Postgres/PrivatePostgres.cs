using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
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
                "-c", "max_connections=60", "-c", "shared_buffers=64MB", "-c", "autovacuum_naptime=1s"]))!;
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
    public async Task<string> CreateDatabaseAsync(string? tablespace = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref databases)}");
        await ExecuteAsync(ConnectionString("postgres"), $"CREATE DATABASE {name} TEMPLATE template0 {(tablespace is null ? "" : $"TABLESPACE {tablespace}")}");
        return ConnectionString(name);
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

    public async Task DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            // Fast shutdown: sessions that a failed test left behind do not hold it up.
            await RunAsync("kill", "-INT", server.Id.ToString(CultureInfo.InvariantCulture));
            await server.WaitForExitAsync();
        }

        server?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

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
