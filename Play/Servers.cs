using System.Net;

namespace ClusterActors.Play;

/// <summary>
/// The gateways of one system, one after the other; one that is being restarted, or cannot serve at the moment, is a reason to ask
/// again.
/// </summary>
internal sealed class Servers(HttpClient http, IReadOnlyList<Uri> addresses)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private int next = -1;

    /// <summary>Asks until there is an answer other than 503.</summary>
    /// <param name="request">Makes the request anew for each try.</param>
    /// <returns>The answer; the last 503 when there was none other in time.</returns>
    /// <exception cref="HttpRequestException">There was no answer at all in time.</exception>
    public async Task<HttpResponseMessage> AskAsync(Func<HttpRequestMessage> request, TimeSpan patience)
    {
        for (var deadline = DateTime.UtcNow + patience; ; await Task.Delay(Pause))
        {
            using var asked = request();
            asked.RequestUri = new(addresses[(int)((uint)Interlocked.Increment(ref next) % (uint)addresses.Count)], asked.RequestUri!);
            try
            {
                var response = await http.SendAsync(asked);
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable || DateTime.UtcNow > deadline)
                    return response;
                response.Dispose();
            }
            catch (HttpRequestException) when (DateTime.UtcNow < deadline)
            {
                // Nobody there, or gone before the answer.
            }
        }
    }
}
