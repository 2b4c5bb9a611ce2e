using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;

namespace ClusterActors.Silo.Processes;

/// <summary>
/// The PostgreSQL of a cluster: its data and its passwords in a folder of its own, on loopback alone. The server refuses to run as
/// root, so root runs it as nobody.
/// </summary>
internal sealed class ClusterPostgres
{
    private const string Ready = "database system is ready to accept connections";
    private const string Superuser = "postgres";
    private const string Role = "clusteractors";
    private const string Database = "clusteractors";
    private const int PasswordBytes = 24;

    // Orleans' SiloStatus.
    private const int Dead = 6;

    private const string BurySql = """
        WITH buried AS (
          UPDATE silos SET status = $1 WHERE status <> $1 AND (name = $2 OR $2 IS NULL) RETURNING deployment)
        UPDATE silo_tables SET version = version + 1, moved_at = now() WHERE deployment IN (SELECT deployment FROM buried)
        """;

    private readonly string binaries;
    private readonly string folder;
    private readonly int port;
    private readonly string superuserPassword;
    private readonly string rolePassword;

    private ClusterPostgres(string binaries, string folder, int port, string superuserPassword, string rolePassword) =>
        (this.binaries, this.folder, this.port, this.superuserPassword, this.rolePassword) = (binaries, folder, port, superuserPassword, rolePassword);

    /// <summary>Bears the role's password, and is for the processes of the cluster.</summary>
    public string Store => $"postgres://{Role}:{rolePassword}@{Place}";

    /// <summary>The same without the password.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}/{Database}");

    public ProcessPlan Plan => new(
        "postgres",
        [
            .. Launcher.Tied(Signal.Interrupt, User), Path.Combine(binaries, "postgres"), "-D", Path.Combine(folder, "data"),
            "-p", port.ToString(CultureInfo.InvariantCulture), "-h", "127.0.0.1", "-k", "", "-c", "max_connections=400",
        ],
        line => line.EndsWith(Ready, StringComparison.Ordinal) ? Place : null,
        Stop: Signal.Interrupt,
        AtOurDeath: Signal.Interrupt);

    private static string? User => Environment.UserName == "root" ? "nobody" : null;

    /// <summary>Makes the server's data if there is none yet.</summary>
    /// <param name="data">The cluster's data folder.</param>
    /// <exception cref="ClusterException"><c>postgres_missing</c>, <c>postgres_failed</c></exception>
    public static async Task<ClusterPostgres> PrepareAsync(string data, int port)
    {
        var binaries = PostgresBinaries.Folder();
        var folder = Path.Combine(data, "postgres");
        var (superuser, role) = (Path.Combine(folder, "superuser-password"), Path.Combine(folder, "password"));
        if (!Directory.Exists(Path.Combine(folder, "data")))
            await CreateAsync(binaries, folder, superuser, role);
        return new(binaries, folder, port, (await File.ReadAllTextAsync(superuser)).Trim(), (await File.ReadAllTextAsync(role)).Trim());
    }

    /// <summary>Makes the cluster's role and database; does nothing when they are there.</summary>
    public async Task EnsureDatabaseAsync()
    {
        await using var server = NpgsqlDataSource.Create(Connection(Superuser, Superuser));
        if (!await IsThereAsync(server, "SELECT FROM pg_roles WHERE rolname = $1", Role))
            await ExecuteAsync(server, $"CREATE ROLE {Role} LOGIN CREATEROLE PASSWORD '{rolePassword}'");
        if (!await IsThereAsync(server, "SELECT FROM pg_database WHERE datname = $1", Database))
            await ExecuteAsync(server, $"CREATE DATABASE {Database} OWNER {Role}");
    }

    /// <summary>
    /// Writes into the membership table that silos are dead, which whoever started them knows and their neighbours would have to
    /// find out; and a silo does not join before it has reached all that are said to live.
    /// </summary>
    /// <param name="name">One that has ended; null when none can be left.</param>
    public async Task BurySilosAsync(string? name = null)
    {
        try
        {
            await using var server = NpgsqlDataSource.Create(Connection(Role, Database));
            if (!await IsThereAsync(server, "SELECT FROM pg_class WHERE relname = $1", "silos"))
                return;
            await using var command = server.CreateCommand(BurySql);
            command.Parameters.Add(new() { Value = Dead });
            command.Parameters.Add(new() { Value = name ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException)
        {
            // PostgreSQL has ended, too; the neighbours find out.
        }
    }

    private string Connection(string user, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = user,
        Password = user == Superuser ? superuserPassword : rolePassword,
        Database = database,
        Pooling = false,
    }.ConnectionString;

    private static async Task CreateAsync(string binaries, string folder, string superuserSecret, string roleSecret)
    {
        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (var secret in new[] { superuserSecret, roleSecret })
        {
            await File.WriteAllTextAsync(secret, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PasswordBytes)) + "\n");
            File.SetUnixFileMode(secret, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        string[] asUser = [];
        if (User is { } user)
        {
            File.SetUnixFileMode(Path.GetDirectoryName(folder)!, File.GetUnixFileMode(Path.GetDirectoryName(folder)!) | UnixFileMode.OtherExecute);
            await RunAsync("chown", "-R", $"{user}:nogroup", folder);
            asUser = ["setpriv", "--reuid", user, "--regid", "nogroup", "--clear-groups"];
            await ReachesAsync(asUser, user, folder);
        }

        // Under another name until it is whole: initdb may be killed.
        var unfinished = Path.Combine(folder, "unfinished");
        await RunAsync([.. asUser, "rm", "-rf", unfinished]);
        await RunAsync([
            .. asUser, Path.Combine(binaries, "initdb"), "-D", unfinished, "-U", Superuser, "-A", "scram-sha-256", $"--pwfile={superuserSecret}",
            "-E", "UTF8", "--locale=C.UTF-8"]);
        await RunAsync([.. asUser, "mv", unfinished, Path.Combine(folder, "data")]);
    }

    private static async Task ReachesAsync(string[] asUser, string user, string folder)
    {
        try
        {
            await RunAsync([.. asUser, "test", "-w", folder]);
        }
        catch (ClusterException)
        {
            throw new ClusterException(
                "postgres_failed", $"PostgreSQL does not run as root, and '{user}', who runs it instead, cannot come to {folder}. Choose another folder with --data, or start the cluster as another user.");
        }
    }

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })!;
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new ClusterException("postgres_failed", $"'{string.Join(' ', command)}' ended with {process.ExitCode}: {(await error).Trim()}");
    }

    private static async Task<bool> IsThereAsync(NpgsqlDataSource server, string sql, string name)
    {
        await using var command = server.CreateCommand(sql);
        command.Parameters.Add(new() { Value = name });
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync();
    }

    private static async Task ExecuteAsync(NpgsqlDataSource server, string sql)
    {
        await using var command = server.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
