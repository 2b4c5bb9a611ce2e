using System.Text.Json;

namespace ClusterActors.Silo.Processes;

/// <summary>What a process of the cluster says of itself at <c>/health/ready</c>.</summary>
/// <param name="Silos">How many silos it sees; 0 when it said nothing.</param>
internal sealed record Readiness(bool Ready, int Silos)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.2);

    public static async Task<Readiness> OfAsync(HttpClient http, string? address)
    {
        if (address is null)
            return new(false, 0);
        try
        {
            using var late = new CancellationTokenSource(Patience);
            using var response = await http.GetAsync(new Uri(new(address), "/health/ready"), late.Token);
            using var said = JsonDocument.Parse(await response.Content.ReadAsStringAsync(late.Token));
            return new(response.IsSuccessStatusCode, said.RootElement.TryGetProperty("silos", out var silos) ? silos.GetInt32() : 0);
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or JsonException)
        {
            return new(false, 0);
        }
    }

    /// <returns>False when it did not become so in time.</returns>
    public static async Task<bool> ComesAsync(HttpClient http, KeptProcess process, Func<Readiness, bool> expected, TimeSpan patience, CancellationToken cancel)
    {
        for (var late = DateTime.UtcNow + patience; DateTime.UtcNow < late; await Task.Delay(Pause, cancel))
        {
            if (expected(await OfAsync(http, process.Address)))
                return true;
        }

        return false;
    }
}
