using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace ClusterActors.Bench.SiloLoss;

/// <summary>One client for each of many grains: a write, and when it is answered the next; one without an answer is repeated at the other gateway.</summary>
internal sealed class GrainClients : IAsyncDisposable
{
    public const int Grains = 60;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(2) };
    private readonly CancellationTokenSource ending = new();
    private readonly long[] nextSuccess = new long[Grains];
    private readonly Uri[] gateways;
    private Task[] writing = [];

    private GrainClients(Uri[] gateways, string key)
    {
        this.gateways = gateways;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public static async Task<GrainClients> StartAsync(ClusterProcesses cluster)
    {
        var clients = new GrainClients(await cluster.GatewaysAsync(), cluster.FirstKey);
        for (var grain = 0; grain < Grains; grain++)
            await clients.AnsweredAsync(grain, $"register-{grain}", "/academy/schools", new { school = Name(grain), name = "School", province = "Province" });
        for (var grain = 0; grain < Grains; grain++)
            await clients.IsThereAsync(grain);
        clients.writing = [.. Enumerable.Range(0, Grains).Select(clients.WriteAsync)];
        return clients;
    }

    /// <returns>For each grain, how long after now it answered next.</returns>
    public async Task<IReadOnlyList<TimeSpan>> NextSuccessesAsync()
    {
        var since = Stopwatch.GetTimestamp();
        Array.Clear(nextSuccess);
        var times = new List<TimeSpan>();
        for (var grain = 0; grain < Grains; grain++)
        {
            long success;
            while ((success = Volatile.Read(ref nextSuccess[grain])) == 0)
                await Task.WhenAny(Task.Delay(10), writing[grain]);
            times.Add(Stopwatch.GetElapsedTime(since, success));
        }

        return times;
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await Task.WhenAll(writing);
        http.Dispose();
        ending.Dispose();
    }

    private static string Name(int grain) => string.Create(CultureInfo.InvariantCulture, $"bench-{grain}");

    private async Task WriteAsync(int grain)
    {
        for (var n = 0; !ending.IsCancellationRequested; n++)
        {
            var operation = string.Create(CultureInfo.InvariantCulture, $"appoint-{grain}-{n}");
            await AnsweredAsync(grain, operation, $"/schools/{Name(grain)}/people", new { person = $"p-{n % 5}", role = "emulation-officer" });
            await Task.Delay(Pause);
        }
    }

    /// <summary>A school is told of its registration by a message; asked before it, it would refuse an operation for good.</summary>
    private async Task IsThereAsync(int grain)
    {
        while (true)
        {
            using var response = await http.GetAsync(new Uri(gateways[0], $"/schools/{Name(grain)}"));
            if (response.IsSuccessStatusCode)
                return;
            await Task.Delay(Pause);
        }
    }

    private async Task AnsweredAsync(int grain, string operation, string path, object body)
    {
        for (var tries = 0; ; tries++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(gateways[(grain + tries) % gateways.Length], path)) { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", operation);
            try
            {
                using var response = await http.SendAsync(request);
                if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
                    break;
            }
            catch (HttpRequestException)
            {
                // Nobody there, or gone before the answer.
            }

            if (ending.IsCancellationRequested)
                return;
            await Task.Delay(Pause);
        }

        Interlocked.CompareExchange(ref nextSuccess[grain], Stopwatch.GetTimestamp(), 0);
    }
}
