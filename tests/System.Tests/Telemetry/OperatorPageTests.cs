using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Tests.Telemetry;

public sealed partial class OperatorPageTests(ApiServer server) : IClassFixture<ApiServer>
{
    private const string Page = "/ops";
    private const string Retry = "/ops/parked";

    [Fact]
    public async Task only_an_official_sees_the_page_with_the_key_as_password_or_as_in_the_API()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(null)).Status);
        var (status, _, asked) = await AskAsync(Basic("wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("Basic", Assert.Single(asked.Headers.WwwAuthenticate).Scheme);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(new("Basic", "no base64"))).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await AskAsync(Basic(ApiServer.KeyOf("p-dong-nai")))).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(new("Bearer", server.OfficialsKey))).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(Basic(server.OfficialsKey))).Status);
    }

    [Fact]
    public async Task the_page_needs_nothing_from_elsewhere_runs_no_script_and_is_kept_nowhere()
    {
        var (_, page, response) = await AskAsync(Basic(server.OfficialsKey));
        Assert.DoesNotMatch("(?i)<script|<link|<img|src=|url\\(|https?://|javascript:|\\son[a-z]+=", page);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(server.OfficialsKey, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_post_from_another_site_which_the_browser_signs_by_itself_changes_nothing()
    {
        var id = await ParkAsync("foreign");
        foreach (var token in (string?[])[null, "", new string('0', 64), await TokenAsync(ApiServer.KeyOf("p-dong-nai"))])
            Assert.Equal((HttpStatusCode.Forbidden, "form_invalid"), await RetryAsync(id, token));
        Assert.Contains(id, (await AskAsync(Basic(server.OfficialsKey))).Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, (string?)null), await RetryAsync(id, await TokenAsync(server.OfficialsKey)));
        await CarriedAsync(id);
    }

    [Fact]
    public async Task an_id_with_markup_is_shown_as_text()
    {
        var id = await ParkAsync("<b onclick=alert(1)>&\"'");
        var (_, page, _) = await AskAsync(Basic(server.OfficialsKey));
        Assert.DoesNotContain("<b onclick", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b onclick", page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, (string?)null), await RetryAsync(id, await TokenAsync(server.OfficialsKey)));
        await CarriedAsync(id);
    }

    [ChromiumFact]
    public async Task an_operator_sees_the_page_in_a_browser_without_scripts_and_lets_a_parked_message_go_on()
    {
        var (status, _) = await server.TellAsync(null, "/ops/checkpoints", new { });
        Assert.Equal(HttpStatusCode.OK, status);
        using (var verify = SiloProcess.Start("verify", "--data", server.Folder))
            Assert.Equal(0, (await verify.FinishAsync()).ExitCode);
        var id = await ParkAsync("clicked");
        await using var browser = await Browser.StartAsync();
        await browser.GoAsync($"http://operator:{server.OfficialsKey}@{server.Http.BaseAddress!.Authority}{Page}");

        Assert.Contains("Active", await browser.TextAsync("#silos"), StringComparison.Ordinal);
        Assert.Matches(@"Time of an append \d+ [\d.]+ ms [\d.]+ ms [\d.]+ ms", await browser.TextAsync("#appends"));
        Assert.Matches(@"Writes in a batch \d+ [\d.]+ [\d.]+ [\d.]+", await browser.TextAsync("#appends"));
        Assert.Matches("(?m)^Number [1-9]", await browser.TextAsync("#checkpoint"));
        Assert.Matches("(?m)^Verification .* UTC [0-9]+ nothing wrong$", await browser.TextAsync("#upkeep"));
        Assert.Contains("Backup never", await browser.TextAsync("#upkeep"), StringComparison.Ordinal);
        Assert.Contains("1 parked", await browser.TextAsync("#outbox"), StringComparison.Ordinal);
        Assert.Contains(id, await browser.TextAsync("#parked"), StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("SCREENSHOT") is { } file)
            await File.WriteAllBytesAsync(file, await browser.ScreenshotAsync());

        await browser.ClickAsync("#parked button");
        Assert.EndsWith(Page, await browser.AddressAsync(), StringComparison.Ordinal);
        await CarriedAsync(id);
        await browser.GoAsync(server.Http.BaseAddress + Page[1..]);
        Assert.Contains("None is parked", await browser.TextAsync("#outbox"), StringComparison.Ordinal);
    }

    private static AuthenticationHeaderValue Basic(string key) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"operator:{key}")));

    private async Task<(HttpStatusCode Status, string Text, HttpResponseMessage Response)> AskAsync(AuthenticationHeaderValue? signed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Page);
        request.Headers.Authorization = signed;
        using var response = await server.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    /// <summary>What the page gives this key as a token; that of a school is no official's and so must be made up.</summary>
    private async Task<string?> TokenAsync(string key) => Token().Match((await AskAsync(Basic(key))).Text) is { Success: true } token ? token.Groups[1].Value : "none";

    /// <returns>The code where it was refused.</returns>
    private async Task<(HttpStatusCode Status, string? Code)> RetryAsync(string id, string? token)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = server.Http.BaseAddress };
        var form = new Dictionary<string, string> { ["id"] = id };
        if (token is not null)
            form["token"] = token;
        using var request = new HttpRequestMessage(HttpMethod.Post, Retry) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = Basic(server.OfficialsKey);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : (string?)JsonNode.Parse(text)!["code"]);
    }

    /// <summary>As if the first message of the academy had been sent once more under this name, and had failed too often.</summary>
    private async Task<string> ParkAsync(string name)
    {
        var id = $"academy:vn/{name}";
        Assert.Equal(1, await ExecuteAsync(
            """
            INSERT INTO outbox (id, source, version, idx, target, payload, due_at, tries, parked_at)
            SELECT $id, source, version, idx, target, payload, due_at, 12, 1 FROM outbox ORDER BY n LIMIT 1
            """,
            id));
        return id;
    }

    private async Task CarriedAsync(string id)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await ExecuteAsync("UPDATE outbox SET tries = tries WHERE id = $id AND done_at IS NOT NULL", id) == 0)
            await Task.Delay(10, late.Token);
    }

    private async Task<int> ExecuteAsync(string sql, string id)
    {
        await using var journal = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "journal.db")};Pooling=False");
        await journal.OpenAsync();
        await using var command = journal.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$id", id);
        return await command.ExecuteNonQueryAsync();
    }

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]+)\"")]
    private static partial Regex Token();
}
