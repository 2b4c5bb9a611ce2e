using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests.Telemetry;

/// <summary>A real Chromium without a window, led by its driver (WebDriver over HTTP), with scripts switched off.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Element = "element-6066-11e4-a52e-4f735466cecf";
    private readonly TempFolder profile = new();
    private readonly Process driver;
    private readonly HttpClient http;
    private string session = "";

    private Browser(Process driver, int port) =>
        (this.driver, http) = (driver, new HttpClient { BaseAddress = new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")) });

    public static async Task<Browser> StartAsync()
    {
        int port;
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var driver = Process.Start(new ProcessStartInfo("chromedriver", [string.Create(CultureInfo.InvariantCulture, $"--port={port}"), "--log-level=OFF"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var browser = new Browser(driver, port);
        try
        {
            await browser.OpenAsync();
            return browser;
        }
        catch
        {
            await browser.DisposeAsync();
            throw;
        }
    }

    public Task GoAsync(string url) => PostAsync("url", new { url });

    public async Task<string> SourceAsync() => (string)(await GetAsync("source"))!;

    public async Task<string> AddressAsync() => (string)(await GetAsync("url"))!;

    public async Task<byte[]> ScreenshotAsync() => Convert.FromBase64String((string)(await GetAsync("screenshot"))!);

    /// <returns>The text that a reader sees.</returns>
    public async Task<string> TextAsync(string selector) => (string)(await GetAsync($"element/{await FindAsync(selector)}/text"))!;

    public async Task ClickAsync(string selector) => await PostAsync($"element/{await FindAsync(selector)}/click", new { });

    public async ValueTask DisposeAsync()
    {
        if (session.Length > 0)
            using (await http.DeleteAsync($"/session/{session}"))
            {
            }

        http.Dispose();
        driver.Kill(entireProcessTree: true);
        await driver.WaitForExitAsync();
        driver.Dispose();
        profile.Dispose();
    }

    private async Task OpenAsync()
    {
        var chromium = new
        {
            args = new[] { "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1000,1400", $"--user-data-dir={profile.Path}" },
            binary = Programs.Find("chromium"),
            prefs = new Dictionary<string, object> { ["profile.managed_default_content_settings.javascript"] = 2 },
        };
        var body = new { capabilities = new { alwaysMatch = new Dictionary<string, object> { ["goog:chromeOptions"] = chromium } } };
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            Assert.False(driver.HasExited);
            try
            {
                using var response = await http.PostAsync("/session", Json(body), late.Token);
                session = (string)(await ValueAsync(response))!["sessionId"]!;
                return;
            }
            catch (HttpRequestException refused) when (refused.InnerException is SocketException)
            {
                await Task.Delay(50, late.Token);
            }
        }
    }

    private async Task<string> FindAsync(string selector) =>
        (string)(await PostAsync("element", new { @using = "css selector", value = selector }))![Element]!;

    private async Task<JsonNode?> GetAsync(string what)
    {
        using var response = await http.GetAsync($"/session/{session}/{what}");
        return await ValueAsync(response);
    }

    private async Task<JsonNode?> PostAsync(string what, object body)
    {
        using var response = await http.PostAsync($"/session/{session}/{what}", Json(body));
        return await ValueAsync(response);
    }

    // With its length: the driver does not read what comes in chunks.
    private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    private static async Task<JsonNode?> ValueAsync(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!["value"];
    }
}
