using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

/// <summary>
/// A client as the API asks for it: it repeats an operation under its id, at the next gateway, until it is answered, and counts
/// on nothing but the answer.
/// </summary>
public sealed class RepeatingClient(IReadOnlyList<Uri> gateways, string key) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(40) };
    private int next;

    /// <summary>How many tries ended without an answer.</summary>
    public int Repeated { get; private set; }

    /// <returns>The version that the operation has.</returns>
    public async Task<long> DoneAsync(string operation, string path, object body)
    {
        for (var late = DateTime.UtcNow + Patience; DateTime.UtcNow < late; await Task.Delay(Pause))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateways[next++ % gateways.Count], path)) { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", operation);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
            try
            {
                using var response = await http.SendAsync(request);
                var answer = await response.Content.ReadAsStringAsync();
                if (response.StatusCode == HttpStatusCode.OK)
                    return (long)JsonNode.Parse(answer)!["version"]!;
                Assert.True(response.StatusCode == HttpStatusCode.ServiceUnavailable, $"{operation}: {response.StatusCode} {answer}");
                Assert.True(response.Headers.RetryAfter is not null, $"{operation}: 503 without Retry-After: {answer}");
            }
            catch (HttpRequestException)
            {
                // Nobody there, or gone before the answer.
            }

            Repeated++;
        }

        throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"{operation} was not answered within {Patience.TotalMinutes:0} minutes."));
    }

    public void Dispose() => http.Dispose();
}
