using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ClusterActors.Tests.Postgres;
using Npgsql;

namespace ClusterActors.Tests.Faults;

/// <summary>Three silos and two gateways on a PostgreSQL of their own, each a process, started again when it ends.</summary>
internal sealed class FaultCluster : IAsyncDisposable
{
    /// <summary>What is due when a fault is over must be done after so long.</summary>
    public static readonly TimeSpan Recovery = TimeSpan.FromSeconds(60);

    private const int SiloCount = 3;
    private const int GatewayCount = 2;
    private const string Database = "store";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly TempFolder folder = new();
    private readonly TestNetwork? network;
    private readonly List<KeptProcess> silos = [];
    private readonly List<KeptProcess> gateways = [];
    private readonly string[] more;
    private readonly int requestsAtOnce;

    private FaultCluster(PostgresProcess postgres, TestNetwork? network, int requestsAtOnce, string[] more) =>
        (Postgres, this.network, this.requestsAtOnce, this.more) = (postgres, network, requestsAtOnce, more);

    public PostgresProcess Postgres { get; private set; }

    public IReadOnlyList<KeptProcess> Silos => silos;

    public IReadOnlyList<Uri> Gateways { get; private set; } = [];

    public string FirstKey { get; private set; } = "";

    /// <param name="network">Where each silo and the database has a machine of its own; null for loopback.</param>
    /// <param name="requestsAtOnce">Of each gateway.</param>
    /// <param name="more">Further options of every process.</param>
    public static async Task<FaultCluster> StartAsync(PostgresProcess postgres, TestNetwork? network, int requestsAtOnce, params string[] more)
    {
        var cluster = new FaultCluster(postgres, network, requestsAtOnce, more);
        try
        {
            await cluster.StartAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Past the system.</summary>
    public Task<object?> ExecuteAsync(string sql, string database = Database) => PostgresProcess.ExecuteAsync(Postgres.ConnectionString(database), sql);

    /// <summary>Past the system; the rows as texts.</summary>
    public async Task<List<string[]>> ReadAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Postgres.ConnectionString(Database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)!)]);
        return rows;
    }

    /// <summary>Which silo has written last to each stream that begins so: where its grain is.</summary>
    public async Task<Dictionary<string, int>> HostsAsync(string beginning) => (await ReadAsync($"""
        SELECT DISTINCT ON (e.stream) e.stream, right(o.written_by::text, 1) FROM events AS e JOIN operations AS o USING (stream, operation_id)
        WHERE starts_with(e.stream, '{beginning}') ORDER BY e.stream, e.version DESC
        """)).ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture));

    /// <summary>All that is asked and all that waits in the outbox now is answered and carried in time.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> RecoverAsync(History history)
    {
        var began = Stopwatch.GetTimestamp();
        using var late = new CancellationTokenSource(Recovery);
        var asked = history.Pending;
        var waiting = await ReadWhenAsync("SELECT coalesce(max(n), 0) FROM outbox", _ => true, late.Token);
        await ReadWhenAsync($"SELECT count(*) FROM outbox WHERE done_at IS NULL AND n <= {waiting}", count => count == 0, late.Token);
        await asked.WaitAsync(late.Token);
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Reads one number when the database can be reached and the number is as expected.</summary>
    /// <exception cref="TimeoutException">It never was.</exception>
    public async Task<long> ReadWhenAsync(string sql, Func<long, bool> expected, CancellationToken late)
    {
        object? last = null;
        try
        {
            while (true)
            {
                try
                {
                    if (await ExecuteAsync(sql).WaitAsync(late) is long number && expected(number))
                        return number;
                    last = "another number";
                }
                catch (NpgsqlException fault)
                {
                    last = fault.Message;
                }

                await Task.Delay(Pause, late);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"'{sql}' gave {last} to the end.\n{await UndoneAsync()}");
        }
    }

    /// <summary>Beside all that goes on. From now on <see cref="HostsAsync"/> cannot tell any more.</summary>
    public async Task BackUpAsync(string to)
    {
        // The column is none of the release's, which could not restore it.
        await ExecuteAsync("ALTER TABLE operations DROP COLUMN written_by");
        await RunAsync("backup", "--to", to, "--store", Store("postgres"));
    }

    /// <summary>The database is lost for good, and so is what silos and gateways had in mind; they come up on another that is made of a backup.</summary>
    public async Task FailOverAsync(PostgresProcess other, string backups)
    {
        await Postgres.KillAsync();
        await Task.WhenAll(gateways.Concat(silos).Select(process => process.HoldDownAsync()));
        Postgres = other;
        await MakeDatabaseAsync();
        await RunAsync("restore", "--from", backups, "--store", Store("postgres"));
        await Task.WhenAll(silos.Select(silo => silo.StartAsync()));
        await Task.WhenAll(gateways.Select(gateway => gateway.StartAsync()));
    }

    /// <summary>Every process ends in order when it is asked to, and what they have written is sound.</summary>
    public async Task EndsSoundAsync()
    {
        foreach (var process in gateways.Concat(silos))
            Assert.Equal(0, await process.EndAsync());
        using var verify = SiloProcess.Start("verify", "--store", Store("postgres"));
        var (exit, report) = await verify.FinishAsync();
        Assert.True(exit == 0 && report.Contains("The journal is sound.", StringComparison.Ordinal), report);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in gateways.Concat(silos))
            await process.DisposeAsync();
        folder.Dispose();
    }

    /// <summary>The last of what each process said.</summary>
    public string Logs(int lines = 25) => string.Join('\n', gateways.Concat(silos).Select((process, at) =>
        $"--- process {at}, {process.Starts} starts\n{string.Join('\n', process.Said.Split('\n').TakeLast(lines).Select(line => line[..Math.Min(line.Length, 400)]))}"));

    private static string Role(int silo) => string.Create(CultureInfo.InvariantCulture, $"silo{silo}");

    private async Task StartAsync()
    {
        await MakeDatabaseAsync();
        for (var silo = 0; silo < SiloCount; silo++)
            silos.Add(new(Silo(silo)));

        await silos[0].StartAsync();
        await ExecuteAsync("ALTER TABLE operations ADD COLUMN written_by name DEFAULT session_user");
        await Task.WhenAll(silos.Skip(1).Select(silo => silo.StartAsync()));

        Gateways = FreeAddresses();
        for (var gateway = 0; gateway < GatewayCount; gateway++)
        {
            gateways.Add(new(Gateway(gateway)));
            await gateways[gateway].StartAsync();
        }

        FirstKey = (await File.ReadAllTextAsync(Path.Combine(GatewayFolder(0), "first-key.txt"))).Trim();
    }

    private async Task MakeDatabaseAsync()
    {
        await ExecuteAsync($"CREATE DATABASE {Database}", "postgres");
        // A role of its own for each silo shows who has written what.
        for (var silo = 0; silo < SiloCount; silo++)
            await ExecuteAsync($"CREATE ROLE {Role(silo)} LOGIN SUPERUSER");
    }

    private Func<SiloProcess> Silo(int silo) => () =>
    {
        string[] arguments = ["silo", "--data", folder.Sub(Role(silo)), "--store", Store(Role(silo)), .. more];
        return network is null
            ? SiloProcess.Start(arguments)
            : SiloProcess.StartBy(network.Enter(TestNetwork.Silo(silo)), [.. arguments, "--address", network.AddressOf(TestNetwork.Silo(silo))]);
    };

    private Func<SiloProcess> Gateway(int gateway) => () => SiloProcess.Start(
        ["gateway", "--data", GatewayFolder(gateway), "--store", Store("postgres"), "--urls", Gateways[gateway].ToString(),
            "--requests-at-once", requestsAtOnce.ToString(CultureInfo.InvariantCulture), .. more]);

    private static async Task RunAsync(params string[] arguments)
    {
        using var process = SiloProcess.Start(arguments);
        var (exit, said) = await process.FinishAsync();
        Assert.True(exit == 0, $"{arguments[0]} ended with {exit}: {said}{process.Error}");
    }

    private string GatewayFolder(int gateway) => folder.Sub(string.Create(CultureInfo.InvariantCulture, $"gateway{gateway}"));

    private string Store(string role) => string.Create(CultureInfo.InvariantCulture, $"postgres://{role}@{Postgres.Address}:{Postgres.Port}/{Database}");

    // A gateway comes again where its callers know it. All are held until all are known, so that they differ.
    private static Uri[] FreeAddresses()
    {
        var listeners = Enumerable.Range(0, GatewayCount).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners)
            listener.Start();
        Uri[] addresses = [.. listeners.Select(listener => new Uri($"http://{listener.LocalEndpoint}"))];
        foreach (var listener in listeners)
            listener.Dispose();
        return addresses;
    }

    private async Task<string> UndoneAsync()
    {
        try
        {
            return string.Join('\n', (await ReadAsync("SELECT id, target, tries, lessee, parked_at FROM outbox WHERE done_at IS NULL ORDER BY n LIMIT 5"))
                .Select(row => string.Join(' ', row)));
        }
        catch (NpgsqlException fault)
        {
            return fault.Message;
        }
    }
}
