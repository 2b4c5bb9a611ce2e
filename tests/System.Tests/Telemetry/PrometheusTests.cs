using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests.Telemetry;

public sealed class PrometheusTests(ApiServer server) : IClassFixture<ApiServer>
{
    [PrometheusFact]
    public async Task a_real_prometheus_scrapes_the_server_and_answers_with_what_it_has_counted()
    {
        using var folder = new TempFolder();
        var target = server.Http.BaseAddress!.Authority;
        await File.WriteAllTextAsync(folder.Sub("prometheus.yml"), $$"""
            global: { scrape_interval: 1s }
            scrape_configs:
              - job_name: cluster-actors
                static_configs: [ { targets: ["{{target}}"] } ]
            """);
        var listen = FreePort();
        using var prometheus = Process.Start(new ProcessStartInfo("prometheus",
        [
            $"--config.file={folder.Sub("prometheus.yml")}", $"--storage.tsdb.path={folder.Sub("data")}", $"--web.listen-address={listen}", "--log.level=error",
        ]))!;
        try
        {
            using var http = new HttpClient { BaseAddress = new($"http://{listen}") };
            var registered = await WhenAnsweredAsync(http, "clusteractors_commands_total{clusteractors_command=\"RegisterSchool\",clusteractors_outcome=\"accepted\"}", prometheus);
            Assert.Equal(ApiServer.Members.Length + 1, registered);
            Assert.Equal(1, await WhenAnsweredAsync(http, "up{job=\"cluster-actors\"}", prometheus));
            Assert.InRange(await WhenAnsweredAsync(http, "histogram_quantile(0.5, clusteractors_append_duration_seconds_bucket{clusteractors_outcome=\"appended\"})", prometheus), 0, 30);
        }
        finally
        {
            prometheus.Kill();
            await prometheus.WaitForExitAsync();
        }
    }

    private static string FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
    }

    private static async Task<double> WhenAnsweredAsync(HttpClient http, string query, Process prometheus)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            Assert.False(prometheus.HasExited);
            try
            {
                var answer = JsonNode.Parse(await http.GetStringAsync("/api/v1/query?query=" + Uri.EscapeDataString(query), late.Token))!;
                if (answer["data"]!["result"]!.AsArray() is [{ } found, ..])
                    return double.Parse((string)found["value"]![1]!, CultureInfo.InvariantCulture);
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50, late.Token);
        }
    }
}
