using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Tests.Telemetry;

/// <summary>
/// A cluster's year played against a server that tells all it can: spans, metrics and logs to a receiver, everything to standard
/// error, and what stands at <c>/metrics</c>. Names and texts are such as occur nowhere else.
/// </summary>
public class ObservedYear : IAsyncLifetime
{
    private const string Person = "p-recognisable-7f3a";
    private const string PersonName = "Nguyễn Thị Dễ-Nhận-Ra";
    private const string Contact = "de-nhan-ra@example.vn";
    private const string SearchText = "tìm người dễ nhận ra";
    private const string TraceState = "state-that-a-caller-sends";
    private const string FreeText = "Lời riêng dễ nhận ra";

    private readonly List<byte[]> secrets = [];

    internal IReadOnlyList<byte[]> Collected { get; private set; } = [];

    internal IReadOnlyList<byte[]> Secret => secrets;

    internal IReadOnlyList<Span> Spans { get; private set; } = [];

    internal (int Traces, int Metrics, int Logs) Received { get; private set; }

    /// <summary>What stood at <c>/metrics</c> when the year was over.</summary>
    internal string Exposition { get; private set; } = "";

    public virtual Task InitializeAsync() => PlayAsync(store: null);

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <param name="store">A store on PostgreSQL; null for SQLite.</param>
    protected async Task PlayAsync(string? store)
    {
        using var folder = new TempFolder();
        var data = new DataCopy(folder.Sub("data"));
        data.Change("samples/2020-8.json", sample =>
        {
            var targets = sample["pact"]!["targets"]!.AsArray();
            for (var i = 0; i < targets.Count; i++)
                targets[i] = $"{FreeText} {i}";
            sample["midYearReview"]!["directions"] = FreeText;
        });

        await using var receiver = new OtlpReceiver();
        using var server = SiloProcess.Start(
            ["--data", folder.Sub("server"), "--played", "--urls", "http://127.0.0.1:0", "--snapshot-every", "5", "--otlp", receiver.Address, .. store is null ? (string[])[] : ["--store", store]]);
        var address = (await server.OutputAfterAsync("Listening on ")).Split(' ')[0];
        _ = server.TakeError();
        using (var play = SiloProcess.Play(folder.Sub("server"), "--server", address, "--dataset", data.Path))
        {
            var (exit, _) = await play.FinishAsync();
            Assert.True(exit == 0, play.Error);
        }

        using (var verify = SiloProcess.Start(["verify", "--data", folder.Sub("server"), .. store is null ? (string[])[] : ["--store", store]]))
        {
            var (exit, _) = await verify.FinishAsync();
            Assert.True(exit == 0, verify.Error);
        }

        using (var http = new HttpClient { BaseAddress = new(address) })
        {
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", FirstKey(folder.Sub("server")));
            await AskWhatIsPersonalAsync(http);
            Exposition = await WhenSampledAsync(http);
        }

        await ReadSecretsAsync(folder.Sub("server"));
        Assert.Equal(0, await server.TerminateAsync());
        Spans = Span.In(receiver.Traces);
        Received = (receiver.Traces.Count, receiver.Metrics.Count, receiver.Logs.Count);
        Collected = [.. receiver.Traces, .. receiver.Metrics, .. receiver.Logs, Secrets.Utf8(Exposition), Secrets.Utf8(server.Error)];
    }

    protected virtual DbConnection Journal(string folder) => new SqliteConnection($"Data Source={Path.Combine(folder, "journal.db")};Mode=ReadOnly;Pooling=False");

    private static string FirstKey(string folder) => File.ReadAllText(Path.Combine(folder, "first-key.txt")).Trim();

    /// <summary>Requests whose address, headers and bodies name a person, good and bad ones.</summary>
    private async Task AskWhatIsPersonalAsync(HttpClient http)
    {
        const string wrongKey = "ca_a-key-that-nobody-has";
        var enrol = new { person = Person, unit = "academy:vn", keyHash = ApiServer.Hash(Person), name = PersonName, contact = Contact };
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, HttpMethod.Post, "/people", enrol));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, HttpMethod.Post, "/academy/officials", new { person = Person }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await StatusAsync(http, HttpMethod.Post, "/academy/schools", new { school = "x", name = FreeText + "\0", province = Person }));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(http, HttpMethod.Post, "/academy/schools", new { nothing = PersonName }));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, HttpMethod.Get, "/schools?search=" + Uri.EscapeDataString(SearchText)));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(http, HttpMethod.Get, "/nowhere/" + Person));
        Assert.Equal(HttpStatusCode.NoContent, await StatusAsync(http, HttpMethod.Delete, "/people/" + Person));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(http, HttpMethod.Get, "/academy", key: wrongKey));
        secrets.AddRange(((string[])[Person, PersonName, Contact, SearchText, FreeText, TraceState, wrongKey]).Select(Secrets.Utf8));
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, HttpMethod method, string path, object? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        request.Headers.Add("tracestate", $"caller={TraceState}");
        if (key is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await http.SendAsync(request);
        return response.StatusCode;
    }

    /// <summary>The gauges of the store are taken every few seconds; those of the closed year have come when the verification shows.</summary>
    private static async Task<string> WhenSampledAsync(HttpClient http)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var text = await http.GetStringAsync("/metrics", late.Token);
            if (text.Contains("\nclusteractors_upkeep_age_seconds{", StringComparison.Ordinal))
                return text;
        }
    }

    /// <summary>Who did it, what was sent, whole and in its texts, and every key with its hash.</summary>
    private async Task ReadSecretsAsync(string folder)
    {
        secrets.Add(Secrets.Utf8(FirstKey(folder)));
        await using var journal = Journal(folder);
        await journal.OpenAsync();
        foreach (var actor in await ColumnAsync<string>(journal, "SELECT DISTINCT actor FROM events UNION SELECT DISTINCT actor FROM operations"))
        {
            if (actor.Split('@')[0] is var person and not "system")
            {
                secrets.Add(Secrets.Utf8(person));
                secrets.Add(Secrets.Utf8(Convert.ToHexStringLower(HMACSHA256.HashData(Secrets.Utf8(FirstKey(folder)), Secrets.Utf8(person)))));
            }
        }

        secrets.AddRange(await ColumnAsync<byte[]>(journal, "SELECT key_hash FROM api_keys"));
        foreach (var payload in await ColumnAsync<byte[]>(journal, "SELECT payload FROM events"))
        {
            if (payload.Length > "{\"year\":2020}".Length)
                secrets.Add(payload);
            secrets.AddRange(TextsIn(JsonNode.Parse(payload)).Where(text => text.Contains(' ', StringComparison.Ordinal)).Select(Secrets.Utf8));
        }
    }

    private static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => TextsIn(member.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue value when value.TryGetValue<string>(out var text) => [text],
        _ => [],
    };

    private static async Task<List<T>> ColumnAsync<T>(DbConnection journal, string sql)
    {
        await using var command = journal.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var column = new List<T>();
        while (await reader.ReadAsync())
            column.Add(await reader.GetFieldValueAsync<T>(0));
        return column;
    }
}
