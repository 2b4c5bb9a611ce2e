using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace ClusterActors.Tests.Postgres;

/// <summary>
/// A PostgreSQL server of one program's own, in a folder of its own, on loopback, with every flush to disk that a real one has,
/// ended by its own process id. The server refuses to run as root, so root runs it as nobody.
/// </summary>
internal sealed class PrivateServer(string folder, params string[] settings)
{
    private const string Loopback = "127.0.0.1";
    private const string Ready = "database system is ready to accept connections";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(20);

    private Process? server;

    public int Port { get; } = FreePort();

    /// <summary>A disk for its write-ahead log, which must be nobody's; null for that of the data.</summary>
    public string? LogDisk { get; init; }

    /// <summary>Where it listens.</summary>
    public string Address { get; init; } = Loopback;

    /// <summary>A command that becomes the server, as <c>ip netns exec</c> does; none where it is empty.</summary>
    public IReadOnlyList<string> Starter { get; init; } = [];

    /// <summary>Then its folder must lie where nobody can come to.</summary>
    public static bool RunsAsNobody { get; } = Environment.UserName == "root";

    private string Data => Path.Combine(folder, "data");

    private string Log => Path.Combine(LogDisk ?? folder, "log");

    private static string[] AsNobody => RunsAsNobody ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [];

    /// <summary>Runs one of the server's programs as the user that the server runs as.</summary>
    public static Task<string> RunAsServerAsync(params string[] command) => OwnProcess.RunAsync([.. AsNobody, .. command]);

    /// <summary>Makes the server's data and starts it.</summary>
    public async Task CreateAsync()
    {
        if (RunsAsNobody)
            await OwnProcess.RunAsync("chown", "nobody:nogroup", folder);
        await OwnProcess.RunAsync([
            .. AsNobody, ServerBinaries.Of("initdb"), "-D", Data, "-X", Log, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        if (Address != Loopback)
            await File.AppendAllTextAsync(Path.Combine(Data, "pg_hba.conf"), $"host all all {Address}/24 trust\n");
        await StartAsync();
    }

    /// <summary>Also after <see cref="KillAsync"/>: then it recovers from its log.</summary>
    public async Task StartAsync()
    {
        var began = Stopwatch.GetTimestamp();
        while (await TryStartAsync() is { } said)
        {
            // What a killed server shared with its processes may be in use for a moment longer.
            if (Stopwatch.GetElapsedTime(began) > StartLimit)
                throw new InvalidOperationException($"The private PostgreSQL does not start: {said}");
        }
    }

    /// <summary>
    /// SIGKILL to the server and all its processes: no word to anyone, no checkpoint. It is a crash of the server and not of the
    /// machine: what it wrote without flushing is still there.
    /// </summary>
    public async Task KillAsync()
    {
        server!.Kill(entireProcessTree: true);
        await server.WaitForExitAsync().WaitAsync(EndLimit);
    }

    /// <summary>Does nothing when it is not running.</summary>
    public async Task StopAsync()
    {
        if (server is { HasExited: false })
        {
            // Fast shutdown: sessions that were left behind do not hold it up, processes that were left stopped do.
            await OwnProcess.SignalAsync("INT", server.Id);
            if (!server.WaitForExit(EndLimit))
                server.Kill(entireProcessTree: true);
        }

        server?.Dispose();
        server = null;
    }

    public string ConnectionString(string database, string user = "postgres") => new NpgsqlConnectionStringBuilder
    {
        Host = Address,
        Port = Port,
        Database = database,
        Username = user,
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

    /// <returns>Null when it is up, else its last words.</returns>
    private async Task<string?> TryStartAsync()
    {
        server?.Dispose();
        server = Process.Start(OwnProcess.Quiet([
            .. Starter, .. AsNobody, ServerBinaries.Of("postgres"), "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-h", Address, "-k", folder,
            .. settings.SelectMany(setting => new[] { "-c", setting })]))!;
        var last = "nothing was said";
        var ready = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        server.ErrorDataReceived += (_, said) =>
        {
            if (said.Data is not { } line)
            {
                ready.TrySetResult(false);
                return;
            }

            last = line;
            if (line.EndsWith(Ready, StringComparison.Ordinal))
                ready.TrySetResult(true);
        };
        // Read as it is written: a server whose output nobody takes stands still.
        server.BeginErrorReadLine();
        server.BeginOutputReadLine();
        return await ready.Task.WaitAsync(StartLimit) ? null : last;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
