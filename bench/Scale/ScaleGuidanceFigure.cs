using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ClusterActors.Bench.Starts;
using ClusterActors.Bench.Stores;

namespace ClusterActors.Bench.Scale;

/// <summary>The Academy's guidance goes to every cluster in one append: how long that takes, and until every cluster has it.</summary>
internal sealed record ScaleGuidanceFigure(IStoreKind Store, NationSize Size) : IFigure
{
    private static readonly TimeSpan BetweenAsks = TimeSpan.FromMilliseconds(50);

    private static int round;

    public string Name => string.Create(CultureInfo.InvariantCulture, $"scale-guidance-{Store.Name}-{Size.Schools}");

    public IReadOnlyList<string> Lines => [$"{Name}-answered", $"{Name}-carried"];

    public Unit Unit => Unit.Milliseconds;

    public string Measures => string.Create(
        CultureInfo.InvariantCulture,
        $"issuing guidance to {Size.Clusters} clusters by HTTP on {Store.Title}, the Academy's grain being active: until it is answered, and until all clusters have it");

    public IReadOnlyList<Floor> Floors { get; } = [new("one message", "registering a school, and until it is carried to that school")];

    public string? NotRun => Store.NotRun;

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel)
    {
        var nation = await place.NationAsync(Store, Size);
        await using var server = await nation.StartServerAsync(cancel);
        using var http = NationStore.ClientOf(server);

        // The store is the same in every repetition, and a year is guided once.
        var year = Nation.Year + ++round;
        await TellAsync(http, $"regulation-{year}", "/academy/regulations", new { regulation = NationYear.RegulationOf(year) }, cancel);
        var (answered, carried) = await TellAsync(
            http, $"guidance-{year}", "/academy/guidance", new { guidance = new Academy.Guidance(year, "1/HD", new(Nation.Year, 1, 5)) }, cancel);
        var resident = server.ResidentMegabytes;
        var school = $"guided-{year}";
        var floor = await TellAsync(http, school, "/academy/schools", new { school, name = "Trường", province = "Tỉnh" }, cancel);
        return [new(answered, [floor.Answered]) { ResidentMegabytes = resident }, new(carried, [floor.Carried]) { ResidentMegabytes = resident }];
    }

    /// <returns>How long until the answer, and how long until nothing waits in the outbox.</returns>
    private static async Task<(TimeSpan Answered, TimeSpan Carried)> TellAsync(HttpClient http, string operation, string path, object body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: CanonicalJson.Options) };
        request.Headers.Add("Idempotency-Key", operation);
        var start = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        var answered = Stopwatch.GetElapsedTime(start);
        while ((long)(await http.GetFromJsonAsync<JsonNode>(ServerProcess.ReadyPath, cancel))!["outbox"]!["waiting"]! > 0)
            await Task.Delay(BetweenAsks, cancel);
        return (answered, Stopwatch.GetElapsedTime(start));
    }
}
