using System.Net;
using System.Text.Json.Nodes;
using ClusterActors.Tests.Postgres;

namespace ClusterActors.Tests;

/// <summary>A live server on a PostgreSQL that its tests kill, stop and hold up; the server itself is the same from first to last.</summary>
public sealed class PostgresApi : IAsyncLifetime, IDisposable
{
    public const string Unavailable = "storage_unavailable";
    public const string Unknown = "outcome_unknown";

    private const string Database = "store";
    private const string Role = "app";

    private ApiServer? server;

    public PostgresProcess Postgres { get; } = new();

    public ApiServer Server => server!;

    /// <summary>An operator's, who may do everything; it is not one of the server's.</summary>
    public string Operator => Postgres.ConnectionString(Database);

    private string Store => $"postgres://{Role}@127.0.0.1:{Postgres.Port}/{Database}";

    public async Task InitializeAsync()
    {
        await Postgres.InitializeAsync();
        await ExecuteAsync($"CREATE ROLE {Role} LOGIN CREATEROLE", on: "postgres");
        await ExecuteAsync($"CREATE DATABASE {Database} OWNER {Role}", on: "postgres");
        server = new() { Store = Store };
        await server.InitializeAsync();
    }

    public Task<object?> ExecuteAsync(string sql, string on = Database) => PostgresProcess.ExecuteAsync(Postgres.ConnectionString(on), sql);

    /// <summary>How many sessions the server may have from now on; those that are too many are ended.</summary>
    /// <param name="sessions">-1 for as many as it likes.</param>
    public async Task LimitAsync(int sessions)
    {
        await ExecuteAsync($"ALTER ROLE {Role} CONNECTION LIMIT {sessions}");
        if (sessions >= 0)
            await EndSessionsAsync();
    }

    public Task EndSessionsAsync() => ExecuteAsync($"SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE usename = '{Role}'");

    /// <summary>Sends, and holds whatever is not the answer against what a caller may rely on.</summary>
    /// <returns>Its body, or the code of a fault.</returns>
    public async Task<(JsonNode? Body, string? Fault)> AskAsync(string path, object? body = null, string? operation = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        if (body is not null)
            request.Content = System.Net.Http.Json.JsonContent.Create(body);
        if (operation is not null)
            request.Headers.Add("Idempotency-Key", operation);
        Server.Sign(request, null);
        using var response = await Server.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (response.StatusCode == HttpStatusCode.OK)
            return (text.Length == 0 ? null : JsonNode.Parse(text), null);

        Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, $"{path}: {response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.NotNull(response.Headers.RetryAfter);
        var problem = JsonNode.Parse(text)!;
        var code = (string)problem["code"]!;
        Assert.Contains(code, new[] { Unavailable, Unknown });
        Assert.Equal(($"urn:clusteractors:{code}", 503), ((string?)problem["type"], (int?)problem["status"]));
        // Where the database is, is nobody's business who is not even known yet.
        Assert.DoesNotContain("127.0.0.1", text, StringComparison.Ordinal);
        return (null, code);
    }

    /// <summary>The fault that it is not ready for; what was proven a moment ago holds for a moment.</summary>
    public async Task<string> UnreadyAsync()
    {
        while (true)
        {
            if ((await AskAsync("/health/ready")).Fault is { } fault)
                return fault;
        }
    }

    public Task ReadyAsync() => Server.ReadWhenAsync("/health/ready", _ => true);

    /// <summary>What has been written through all of this is sound.</summary>
    public async Task DisposeAsync()
    {
        try
        {
            await server!.DisposeAsync();
            using var folder = new TempFolder();
            using var verify = SiloProcess.Start("verify", "--data", folder.Path, "--store", Store);
            var (exit, report) = await verify.FinishAsync();
            Assert.True(exit == 0, report + verify.Error);
        }
        finally
        {
            await Postgres.DisposeAsync();
        }
    }

    public void Dispose() => server?.Dispose();
}
