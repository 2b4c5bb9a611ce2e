using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using ClusterActors.Bench.Stores;

namespace ClusterActors.Bench.Scale;

/// <summary>The Academy's grain has an event for every school: what it costs to bring it to life, and what each of its commands does.</summary>
internal sealed record ScaleAcademyFigure(IStoreKind Store, NationSize Size) : IFigure
{
    private static int registered;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"scale-academy-{Store.Name}-{Size.Schools}");

    public Unit Unit => Unit.Milliseconds;

    public string Measures => string.Create(
        CultureInfo.InvariantCulture, $"registering one more school after {Size.Schools} by HTTP on {Store.Title}, for which the Academy's grain has to come to life from its events");

    public IReadOnlyList<Floor> Floors { get; } = [new("active", "registering another, with the grain active")];

    public string? NotRun => Store.NotRun;

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel)
    {
        var nation = await place.NationAsync(Store, Size);
        // Of what the last server kept of it nothing is to be known.
        await using var server = await nation.StartServerAsync(cancel, "--snapshot-every", "0");
        using var http = NationStore.ClientOf(server);
        return [new(await RegisterAsync(http, cancel), [await RegisterAsync(http, cancel)]) { ResidentMegabytes = server.ResidentMegabytes }];
    }

    private static async Task<TimeSpan> RegisterAsync(HttpClient http, CancellationToken cancel)
    {
        var school = string.Create(CultureInfo.InvariantCulture, $"bench-{++registered}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/academy/schools")
        {
            Content = JsonContent.Create(new { school, name = "Trường", province = "Tỉnh" }),
        };
        request.Headers.Add("Idempotency-Key", school);
        var start = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start);
    }
}
