using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

/// <summary>A live server of its own for the tests of one class, with five schools, their principals and a cluster <c>t</c>.</summary>
public class ApiServer : IAsyncLifetime, IDisposable
{
    public static readonly string[] Members = ["ba-ria-vung-tau", "binh-duong", "binh-phuoc", "binh-thuan", "dong-nai"];
    public const string Outsider = "ca-mau";

    private readonly TempFolder folder = new();
    private SiloProcess? process;
    private HttpClient? http;
    private string firstKey = "";

    /// <summary>A store on PostgreSQL; null for SQLite.</summary>
    public string? Store { get; init; }

    public HttpClient Http => http!;

    public string Folder => folder.Path;

    public string OfficialsKey => firstKey;

    protected virtual string[] MoreArguments => [];

    public async Task InitializeAsync()
    {
        process = SiloProcess.Start(["--data", folder.Path, "--urls", "http://127.0.0.1:0", .. Store is null ? (string[])[] : ["--store", Store], .. MoreArguments]);
        var address = (await process.OutputAfterAsync("Listening on ")).Split(' ')[0];
        _ = process.TakeError();
        http = new() { BaseAddress = new(address) };
        firstKey = File.ReadAllText(folder.Sub("first-key.txt")).Trim();
        foreach (var school in Members.Append(Outsider))
            await AcceptedAsync(null, "/academy/schools", new { school, name = $"Trường {school}", province = school });
        foreach (var school in Members.Append(Outsider))
        {
            await ReadWhenAsync($"/schools/{school}", _ => true);
            await AcceptedAsync(null, "/people", new { person = $"p-{school}", unit = $"school:{school}", keyHash = Hash(KeyOf($"p-{school}")) });
            await AcceptedAsync(null, $"/schools/{school}/people", new { person = $"p-{school}", role = "principal" });
        }

        await AcceptedAsync(null, "/academy/clusters", new { cluster = "t", name = "Cụm thử", members = Members, reason = "Formed for a test" });
        await ReadWhenAsync("/clusters/t", _ => true);
    }

    public static string KeyOf(string person) => $"key of {person}";

    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <param name="school">Whose principal asks; null for the first official.</param>
    public async Task<(HttpStatusCode Status, JsonNode? Body)> TellAsync(string? school, string path, object body, string? operation = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", operation ?? Guid.NewGuid().ToString());
        Sign(request, school);
        return await SendAsync(request);
    }

    public async Task<(HttpStatusCode Status, JsonNode? Body)> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public async Task AcceptedAsync(string? school, string path, object body)
    {
        var (status, answer) = await TellAsync(school, path, body);
        Assert.True(status == HttpStatusCode.OK, $"{path}: {answer}");
    }

    /// <summary>Asserts the refusal and that the document at <paramref name="unchanged"/> is what it was.</summary>
    public async Task RefusedAsync(HttpStatusCode status, string code, string? school, string path, object body, string unchanged)
    {
        var before = await TextAsync(unchanged);
        var (actual, problem) = await TellAsync(school, path, body);
        Assert.Equal((status, code), (actual, (string?)problem?["code"]));
        Assert.Equal($"urn:clusteractors:{code}", (string?)problem!["type"]);
        Assert.Equal(before, await TextAsync(unchanged));
    }

    public async Task<JsonNode> ReadWhenAsync(string path, Func<JsonNode, bool> expected)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            if (await TextAsync(path) is { } text && JsonNode.Parse(text) is { } document && expected(document))
                return document;
            await Task.Delay(10, late.Token);
        }
    }

    public async Task DisposeAsync()
    {
        if (process is not null)
            Assert.Equal(0, await process.TerminateAsync());
        http?.Dispose();
    }

    public void Dispose()
    {
        process?.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    public void Sign(HttpRequestMessage request, string? school) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", school is null ? firstKey : KeyOf($"p-{school}"));

    private async Task<string?> TextAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        Sign(request, null);
        using var response = await Http.SendAsync(request);
        return response.IsSuccessStatusCode ? await response.Content.ReadAsStringAsync() : null;
    }
}

/// <summary>The same on a played folder, whose clock the tests move.</summary>
public sealed class PlayedApiServer : ApiServer
{
    protected override string[] MoreArguments => ["--played"];

    /// <param name="to">UTC; Vietnam is seven hours ahead.</param>
    public Task MoveClockAsync(string to) => AcceptedAsync(null, "/play/clock", new { to });
}
