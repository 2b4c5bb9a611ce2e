using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ClusterActors.Play;

/// <summary>The public HTTP API as its clients see it; the play uses nothing else of the system.</summary>
internal sealed class Api(Servers servers, string firstKey)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    // A message whose carrier was killed goes on when its lease has run out, after a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>A person's key, derived from the first key: the same in every run, so that nothing need be remembered.</summary>
    public string KeyOf(string person) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(firstKey), Encoding.UTF8.GetBytes(person)));

    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Sends a write until its outcome is known; the operation id makes repeating it harmless.</summary>
    /// <param name="person">Who asks; null for the Academy's first official.</param>
    /// <exception cref="RefusedException">The server refused.</exception>
    public async Task TellAsync(string operation, string? person, string path, object body)
    {
        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = JsonContent.Create(body, options: Json) };
            Sign(request, person);
            request.Headers.Add("Idempotency-Key", operation);
            return request;
        }

        using var response = await servers.AskAsync(Request, Patience);
        if (!response.IsSuccessStatusCode)
            throw await RefusalAsync(operation, response);
    }

    /// <summary>Reads a document once it is there and as expected: messages between grains take a moment.</summary>
    /// <exception cref="TimeoutException">It did not become so within two minutes.</exception>
    public async Task<JsonNode> ReadWhenAsync(string path, Func<JsonNode, bool> expected)
    {
        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            Sign(request, person: null);
            return request;
        }

        for (var deadline = DateTime.UtcNow + Patience; DateTime.UtcNow < deadline; await Task.Delay(Pause))
        {
            using var response = await servers.AskAsync(Request, Patience);
            if (response.StatusCode == HttpStatusCode.NotFound)
                continue;
            if (!response.IsSuccessStatusCode)
                throw await RefusalAsync(path, response);
            var document = (await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync()))!;
            if (expected(document))
                return document;
        }

        throw new TimeoutException($"{path} was not as expected within {Patience.TotalSeconds:0} s.");
    }

    /// <summary>Whether a stream has accepted an operation.</summary>
    public async Task<bool> IsAcceptedAsync(string stream, string operation)
    {
        HttpRequestMessage Request()
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/operations/{stream}/{operation}", UriKind.Relative));
            Sign(request, person: null);
            return request;
        }

        using var response = await servers.AskAsync(Request, Patience);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return false;
        if (!response.IsSuccessStatusCode)
            throw await RefusalAsync(operation, response);
        return (string?)(await JsonNode.ParseAsync(await response.Content.ReadAsStreamAsync()))!["type"] == "accepted";
    }

    private void Sign(HttpRequestMessage request, string? person) =>
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", person is null ? firstKey : KeyOf(person));

    private static async Task<RefusedException> RefusalAsync(string what, HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        var problem = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null;
        return new(what, (int)response.StatusCode, (string?)problem?["code"] ?? "http_error", (string?)problem?["detail"] ?? text);
    }
}

/// <summary>The server refused a step of the play.</summary>
public sealed class RefusedException(string step, int status, string code, string detail) : Exception($"{step}: {detail} (HTTP {status})")
{
    public string Code { get; } = code;
}
