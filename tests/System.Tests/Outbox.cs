using System.Net;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests;

internal static class Outbox
{
    /// <summary>What a server says of its health once all messages have been carried, and their answers brought back.</summary>
    public static async Task<JsonNode> EmptyAsync(HttpClient http, Uri server)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (true)
        {
            using var response = await http.GetAsync(new Uri(server, "/health/ready"), late.Token);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var health = JsonNode.Parse(await response.Content.ReadAsStringAsync(late.Token))!;
            if ((long)health["outbox"]!["waiting"]! == 0)
                return health;
            await Task.Delay(10, late.Token);
        }
    }
}
