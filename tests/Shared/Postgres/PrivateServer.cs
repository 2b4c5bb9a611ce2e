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
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private Process? server;

    public int Port { get; } = FreePort();

    /// <summary>Then its folder must lie where nobody can come to.</summary>
    public static bool RunsAsNobody { get; } = Environment.UserName == "root";

    private string Data => Path.Combine(folder, "data");

    private static string[] AsNobody => RunsAsNobody ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [];

    /// <summary>Makes the server's data and starts it.</summary>
    public async Task CreateAsync()
    {
        if (RunsAsNobody)
            await RunAsync("chown", "nobody:nogroup", folder);
        await RunAsync(
            [.. AsNobody, ServerBinaries.Of("initdb"), "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        await StartAsync();
    }

    /// <summary>Also after <see cref="KillAsync"/>: then it recovers from its log.</summary>
    public async Task StartAsync()
    {
        var deadline = Stopwatch.GetTimestamp();
        while (true)
        {
            server = Process.Start(Quiet([
                .. AsNobody, ServerBinaries.Of("postgres"), "-D", Data, "-p", Port.ToString(CultureInfo.InvariantCulture), "-h", "127.0.0.1",
                .. settings.Prepend("unix_socket_directories=").SelectMany(setting => new[] { "-c", setting })]))!;
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

    /// <summary>Does nothing when it is not running.</summary>
    public async Task StopAsync()
    {
        if (server is { HasExited: false })
        {
            // Fast shutdown: sessions that were left behind do not hold it up.
            await SignalAsync("INT", server.Id);
            await server.WaitForExitAsync();
        }

        server?.Dispose();
    }

    public static Task SignalAsync(string signal, int process) => RunAsync("kill", $"-{signal}", process.ToString(CultureInfo.InvariantCulture));

    /// <returns>What the command wrote to its standard output.</returns>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public static async Task<string> RunAsync(params string[] command)
    {
        using var process = Process.Start(Quiet(command))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"'{string.Join(' ', command)}' ended with {process.ExitCode}: {await output}{error}");
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
