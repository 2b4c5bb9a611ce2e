using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests.Faults;

/// <summary>
/// A client of several gateways: what one does not answer, or answers with 503, is asked of the next with the same operation id,
/// until it is answered.
/// </summary>
internal sealed class Caller(HttpClient http, IReadOnlyList<Uri> gateways, string firstKey, History history, int at, CancellationToken ending)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private int next = at;

    /// <exception cref="OperationCanceledException">Callers are to end; what is under way is asked until it is answered.</exception>
    public async Task<Acknowledged> AskAsync(Operation operation)
    {
        ending.ThrowIfCancellationRequested();
        history.Begin(operation);
        while (true)
        {
            if (await TryAsync(() => Post(operation)) is var (status, answer))
            {
                var told = new Acknowledged(operation, (int)status, answer);
                history.End(told);
                return told;
            }

            // Not a wait for something: a client is not to storm a server in trouble.
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public async Task TellAsync(Operation operation)
    {
        var told = await AskAsync(operation);
        if (told.Status != (int)HttpStatusCode.OK)
            throw new InvalidOperationException($"{operation.Id} on {operation.Stream}: {told.Status} {told.Answer}");
    }

    /// <summary>Enrols a person; repeating it changes nothing, so it has no operation id.</summary>
    public async Task EnrolAsync(string school)
    {
        while (await TryAsync(() => Signed(HttpMethod.Post, "/people", null, new
        {
            person = PersonOf(school), unit = $"school:{school}", keyHash = ApiServer.Hash(ApiServer.KeyOf(PersonOf(school))),
        })) is not (HttpStatusCode.OK, _))
            await Task.Delay(Pause, ending);
    }

    public async Task<JsonNode> ReadWhenAsync(string path, Func<JsonNode, bool> expected)
    {
        while (true)
        {
            if (await ReadAsync(path) is { } document && expected(document))
                return document;
            await Task.Delay(Pause, ending);
        }
    }

    /// <returns>Null where there is nothing, or no answer.</returns>
    public async Task<JsonNode?> ReadAsync(string path) =>
        await TryAsync(() => Signed(HttpMethod.Get, path, null, null)) is (HttpStatusCode.OK, var text) ? JsonNode.Parse(text) : null;

    private static string PersonOf(string school) => $"p-{school}";

    /// <returns>Null when there was no answer, or 503.</returns>
    private async Task<(HttpStatusCode Status, string Answer)?> TryAsync(Func<HttpRequestMessage> make)
    {
        try
        {
            using var request = make();
            using var response = await http.SendAsync(request, CancellationToken.None);
            var text = await response.Content.ReadAsStringAsync(CancellationToken.None);
            if ((int)response.StatusCode < 500)
                return (response.StatusCode, text);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable || response.Headers.RetryAfter is null)
                throw new InvalidOperationException($"{request.RequestUri}: {response.StatusCode} {text}");
            history.Fail((string)JsonNode.Parse(text)!["code"]!);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            history.Fail("no connection");
        }
        catch (TaskCanceledException)
        {
            history.Fail("no answer in time");
        }

        next++;
        return null;
    }

    private HttpRequestMessage Post(Operation operation)
    {
        var request = Signed(HttpMethod.Post, operation.Path, operation.School, operation.Body);
        request.Headers.Add("Idempotency-Key", operation.Id);
        return request;
    }

    private HttpRequestMessage Signed(HttpMethod method, string path, string? school, object? body)
    {
        var request = new HttpRequestMessage(method, new Uri(gateways[next % gateways.Count], path));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", school is null ? firstKey : ApiServer.KeyOf(PersonOf(school)));
        return request;
    }
}
