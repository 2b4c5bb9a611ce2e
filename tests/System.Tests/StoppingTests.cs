using System.Net;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

public sealed class StoppingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task a_server_that_was_asked_to_stop_says_so_while_it_goes_on_serving()
    {
        using var server = SiloProcess.Start("--data", folder.Path, "--urls", "http://127.0.0.1:0", "--stop-notice", "300");
        using var http = new HttpClient { BaseAddress = new((await server.OutputAfterAsync("Listening on ")).Split(' ')[0]) };
        _ = server.TakeError();
        await server.AskToEndAsync();

        var said = await UnreadyAsync(http);
        Assert.Equal(("stopping", "urn:clusteractors:stopping"), ((string?)said["code"], (string?)said["type"]));
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/live")).StatusCode);
    }

    private static async Task<JsonNode> UnreadyAsync(HttpClient http)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            using var response = await http.GetAsync("/health/ready", late.Token);
            if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
                return JsonNode.Parse(await response.Content.ReadAsStringAsync(late.Token))!;
        }
    }
}
