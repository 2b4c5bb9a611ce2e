using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ClusterActors.Bench.SiloLoss;
using ClusterActors.Tests.Postgres;
using Npgsql;

namespace ClusterActors.Bench.Silos;

/// <summary>Durable commands by HTTP to a cluster of processes with one gateway, and who takes the processors meanwhile.</summary>
internal sealed record SilosFigure(int Silos, int Callers, int CommandsEach) : IFigure
{
    private const int Gateways = 1;

    // Twice the time that a silo takes to be declared dead by default: nothing is lost here.
    private const int LostAfter = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public string Name => string.Create(CultureInfo.InvariantCulture, $"scale-silos-{Silos}");

    public Unit Unit { get; } = Unit.PerSecond("commands", Callers * CommandsEach);

    public string Measures => string.Create(
        CultureInfo.InvariantCulture,
        $"silos: {Silos}, one gateway, one PostgreSQL, each a process; {Callers} callers by HTTP, one for each grain; commands of a caller, one at a time: {CommandsEach}");

    public IReadOnlyList<Floor> Floors { get; } =
        [new("one insert", "as many callers, each with a connection of its own to the same PostgreSQL, one transaction that inserts one row for each command")];

    public string? NotRun => Runtimes.WithoutOrleans ?? ServerBinaries.SkipReason;

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel)
    {
        using var folder = place.Folder.Make();
        await using var cluster = await ClusterProcesses.StartAsync(folder.Path, LostAfter, Silos, Gateways);
        using var http = new HttpClient { BaseAddress = (await cluster.GatewaysAsync())[0] };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", cluster.FirstKey);
        foreach (var caller in Enumerable.Range(0, Callers))
            await AcceptedAsync(http, "/academy/schools", $"register-{caller}", new { school = Code(caller), name = "Trường", province = "Tỉnh" });
        await AppointAsync(http, "warm", 3);

        var before = await TimesAsync(cluster);
        var took = await AppointAsync(http, "p", CommandsEach);
        var after = await TimesAsync(cluster);
        var shares = after.ToDictionary(process => process.Key, process => (process.Value - before[process.Key]) / took, StringComparer.Ordinal);
        return [new(took, [await InsertAsync(cluster.Store)]) { ProcessorShares = shares }];
    }

    private Task<TimeSpan> AppointAsync(HttpClient http, string prefix, int each) => Timed.RunAsync(Callers, each, (caller, n) =>
    {
        var person = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{n}");
        return AcceptedAsync(http, $"/schools/{Code(caller)}/people", $"{person}-{caller}", new { person, role = "emulation-officer" });
    });

    private async Task<TimeSpan> InsertAsync(string store)
    {
        var address = new Uri(store);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder
        {
            Host = address.Host, Port = address.Port, Database = address.AbsolutePath[1..],
            Username = address.UserInfo.Split(':')[0], Password = address.UserInfo.Split(':')[1], MaxPoolSize = Callers,
        });
        await using (var table = source.CreateCommand("CREATE TABLE bench_floor (n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, row bytea)"))
            await table.ExecuteNonQueryAsync();
        var row = new byte[1_000];
        Task Insert(int caller, int n)
        {
            return InsertOneAsync(source, row);
        }

        await Timed.RunAsync(Callers, 3, Insert);
        return await Timed.RunAsync(Callers, CommandsEach, Insert);
    }

    private static async Task InsertOneAsync(NpgsqlDataSource source, byte[] row)
    {
        await using var insert = source.CreateCommand("INSERT INTO bench_floor (row) VALUES ($1)");
        insert.Parameters.Add(new NpgsqlParameter { Value = row });
        await insert.ExecuteNonQueryAsync();
    }

    private static async Task<Dictionary<string, TimeSpan>> TimesAsync(ClusterProcesses cluster)
    {
        var times = (await cluster.ProcessesAsync()).ToDictionary(process => process.Name, process => ProcessTree.ProcessorTime(process.Id), StringComparer.Ordinal);
        using var bench = Process.GetCurrentProcess();
        times.Add("callers", bench.TotalProcessorTime);
        return times;
    }

    /// <summary>
    /// A school comes to be behind the Academy's answer: until then it is not found, and asked again under another operation.
    /// </summary>
    private static async Task AcceptedAsync(HttpClient http, string path, string operation, object body)
    {
        for (var tries = 0; ; tries++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"{operation}-{tries}"));
            using var response = await http.SendAsync(request);
            if (response.IsSuccessStatusCode)
                return;
            if (response.StatusCode != HttpStatusCode.NotFound)
                throw new InvalidOperationException($"{operation}: {response.StatusCode}, {await response.Content.ReadAsStringAsync()}");
            await Task.Delay(Pause);
        }
    }

    private static string Code(int school) => string.Create(CultureInfo.InvariantCulture, $"bench-{school}");
}
