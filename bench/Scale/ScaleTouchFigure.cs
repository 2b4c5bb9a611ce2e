using System.Globalization;
using System.Net.Http.Json;
using ClusterActors.Bench.Starts;
using ClusterActors.Bench.Stores;

namespace ClusterActors.Bench.Scale;

/// <summary>A command to each of many schools whose grains have to come to life for it, and what memory that takes.</summary>
internal sealed record ScaleTouchFigure(IStoreKind Store, NationSize Size, int Callers, int GrainsEach) : IFigure
{
    private static int round;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"scale-touch-{Store.Name}-{Size.Schools}");

    public Unit Unit { get; } = Unit.PerSecond("commands", Callers * GrainsEach);

    public string Measures => string.Create(
        CultureInfo.InvariantCulture,
        $"of {Size.Schools} schools on {Store.Title}: one command by HTTP to each of {Callers * GrainsEach} whose grains are not active, from {Callers} callers");

    public IReadOnlyList<Floor> Floors { get; } = [new("active", "one more command to each of the same grains, which are active now")];

    public string? NotRun => Store.NotRun;

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel)
    {
        var nation = await place.NationAsync(Store, Size);
        await using var server = await nation.StartServerAsync(cancel);
        using var http = NationStore.ClientOf(server);
        var first = await AppointAsync(http);
        var resident = server.ResidentMegabytes;
        return [new(first, [await AppointAsync(http)]) { ResidentMegabytes = resident }];
    }

    private Task<TimeSpan> AppointAsync(HttpClient http)
    {
        // The store is the same in every repetition, and nobody is appointed twice.
        var person = string.Create(CultureInfo.InvariantCulture, $"p-bench-{++round}");
        return Timed.RunAsync(Callers, GrainsEach, async (caller, n) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/schools/{Nation.SchoolCode((caller * GrainsEach) + n)}/people")
            {
                Content = JsonContent.Create(new { person, role = "emulation-officer" }),
            };
            request.Headers.Add("Idempotency-Key", person);
            using var response = await http.SendAsync(request);
            response.EnsureSuccessStatusCode();
        });
    }
}
