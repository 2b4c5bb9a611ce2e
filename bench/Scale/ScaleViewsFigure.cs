using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using ClusterActors.Bench.Starts;
using ClusterActors.Bench.Stores;

namespace ClusterActors.Bench.Scale;

/// <summary>What is read over the whole nation, by HTTP from a server that has answered each once before.</summary>
internal sealed record ScaleViewsFigure(IStoreKind Store, NationSize Size) : IFigure
{
    private static readonly string Campaigns = Views($"kind = '{CampaignKey.Kind}' AND year = {Nation.Year}");
    private static readonly string Decisions = $"sum(length(payload)) FROM events WHERE stream = '{AcademyKey.National}'";

    private readonly View[] views =
    [
        new("clusters", $"/national/years/{Nation.Year}/clusters", Campaigns),
        new("scores", $"/national/years/{Nation.Year}/scores", Campaigns),
        new("awards", $"/national/years/{Nation.Year}/awards", Campaigns),
        new("officers", $"/national/years/{Nation.Year}/officers", Campaigns),
        // Nothing has this name, so every school is looked at.
        new("search", "/schools?search=t%C3%ACm%20kh%C3%B4ng%20th%E1%BA%A5y", Views($"kind = '{SchoolKey.Kind}'")),
        new("history", $"/schools/{Nation.SchoolCode(Size.Schools / 2)}/history", Views($"kind = '{CampaignKey.Kind}' AND cluster = '{Nation.ClusterCode(Size.Clusters / 2)}'")),
        new("academy", "/academy", Decisions),
        new("journal", $"/schools/{Nation.SchoolCode(Size.Schools / 2)}/journal", Decisions),
    ];

    public string Name => string.Create(CultureInfo.InvariantCulture, $"scale-views-{Store.Name}-{Size.Schools}");

    public IReadOnlyList<string> Lines => [.. views.Select(view => $"{Name}-{view.Name}")];

    public Unit Unit => Unit.Milliseconds;

    public string Measures => string.Create(
        CultureInfo.InvariantCulture,
        $"from asking for the view to the last byte of the answer, {Size.Schools} schools in {Size.Clusters} clusters on {Store.Title}");

    public IReadOnlyList<Floor> Floors { get; } = [new("scan", "the rows that the view is of, counted and their documents' lengths summed up, by one statement through the driver; of the Academy and of a journal the Academy's events")];

    public string? NotRun => Store.NotRun;

    public async Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel)
    {
        var nation = await place.NationAsync(Store, Size);
        await using var server = await nation.StartServerAsync(cancel);
        using var http = NationStore.ClientOf(server);
        await using var rows = nation.Connect();
        var measurements = new List<Measurement>(views.Length);
        foreach (var view in views)
        {
            await http.GetByteArrayAsync(view.Path, cancel);
            var start = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(view.Path, cancel);
            measurements.Add(new(Stopwatch.GetElapsedTime(start), [Scan(rows, view)]) { ResidentMegabytes = server.ResidentMegabytes });
        }

        return measurements;
    }

    private static TimeSpan Scan(DbConnection rows, View view)
    {
        using var command = rows.CreateCommand();
        command.CommandText = $"SELECT count(*), {view.Rows}";
        command.ExecuteScalar();
        return Timed.Each([command], once => once.ExecuteScalar())[0];
    }

    private static string Views(string condition) => $"sum(length(document)) FROM views WHERE {condition}";

    /// <param name="Rows">What is summed up of which rows.</param>
    private sealed record View(string Name, string Path, string Rows);
}
