using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests.Faults;

/// <summary>What is there before the first client plays.</summary>
internal sealed record LoadPlan
{
    /// <summary>Schools of clusters beside those of the clients; each is played up to its first open vote, and takes no part in the load.</summary>
    public IReadOnlyList<int> Voting { get; init; } = [];

    /// <summary>Of the first year.</summary>
    public JsonArray Deadlines { get; init; } = [];

    /// <summary>What comes before everything else.</summary>
    public Operation? First { get; init; }
}

/// <summary>Many clients, each of which plays one small cluster's years, one after the other, until they are told to end.</summary>
internal sealed class Load : IDisposable
{
    private const int Schools = 4;

    private readonly CancellationTokenSource ending = new();
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly FaultCluster cluster;
    private readonly LoadPlan plan;
    private readonly List<ClusterLife> lives = [];
    private readonly ConcurrentDictionary<int, Lazy<Task>> guided = new();
    private int callers;

    private Load(FaultCluster cluster, LoadPlan plan)
    {
        (this.cluster, this.plan) = (cluster, plan);
        Regulation = JsonNode.Parse(File.ReadAllText(Path.Combine(SiloProcess.DataFiles, "regulations", "2020.json")))!;
        Regulation["deadlines"] = plan.Deadlines;
        Regulation["inspection"]!["inspectors"]!["value"] = ClusterLife.Inspectors;
        Regulation["optionalPhases"]!["value"] = new JsonArray();
        Regulation["programme"]!["registration"]!["requiredFor"]!["value"] = new JsonArray();
    }

    public History History { get; } = new();

    public JsonNode Regulation { get; }

    public IReadOnlyList<ClusterLife> Lives => lives;

    public IEnumerable<ClusterLife> Voting => lives.TakeLast(plan.Voting.Count);

    /// <summary>Ends when the clients do; with a fault when one of them was told what it must not be told.</summary>
    public Task Playing { get; private set; } = Task.CompletedTask;

    /// <summary>Founds the clusters and guides the years.</summary>
    public static async Task<Load> PrepareAsync(FaultCluster cluster, int clients, LoadPlan plan)
    {
        var load = new Load(cluster, plan);
        try
        {
            await load.PrepareAsync(clients);
            return load;
        }
        catch
        {
            load.Dispose();
            throw;
        }
    }

    public void Play() => Playing = Task.WhenAll(lives.Except(Voting).Select(life => PlayAsync(life)));

    /// <summary>The first so many years of each cluster.</summary>
    public Task PlayAsync(int years) => Task.WhenAll(lives.Select(life => PlayAsync(life, ClusterLife.FirstYear + years)));

    public Caller NewCaller(CancellationToken? until = null) => new(http, cluster.Gateways, cluster.FirstKey, History, callers++, until ?? ending.Token);

    public Operation RegulationOf(int year)
    {
        var regulation = Regulation.DeepClone();
        regulation["year"] = year;
        if (year != ClusterLife.FirstYear)
            regulation["deadlines"] = new JsonArray();
        return new("academy:vn", $"regulation.{year}", null, "/academy/regulations", new { regulation });
    }

    public static Operation GuidanceOf(int year) => new("academy:vn", $"guidance.{year}", null, "/academy/guidance", new
    {
        guidance = new { year, reference = "1/HD", issuedOn = string.Create(CultureInfo.InvariantCulture, $"{ClusterLife.FirstYear}-01-30") },
    });

    /// <summary>Nobody begins anything more; what has been begun is answered.</summary>
    public async Task EndAsync()
    {
        await ending.CancelAsync();
        await Playing;
    }

    public void Dispose()
    {
        ending.Cancel();
        http.Dispose();
        ending.Dispose();
    }

    private async Task PrepareAsync(int clients)
    {
        if (plan.First is { } first)
            await NewCaller().TellAsync(first);
        for (var i = 0; i < clients; i++)
            lives.Add(new(NewCaller(), string.Create(CultureInfo.InvariantCulture, $"c{i}"), Schools));
        foreach (var schools in plan.Voting)
            lives.Add(new(NewCaller(), string.Create(CultureInfo.InvariantCulture, $"of-{schools}"), schools));
        await Task.WhenAll(lives.Select(life => life.FoundAsync()));
        await GuideAsync(ClusterLife.FirstYear);
        await Task.WhenAll(Voting.Select(life => life.PlayToVoteAsync(ClusterLife.FirstYear, Regulation)));
    }

    /// <summary>Who comes first to a year has it guided for all.</summary>
    private Task GuideAsync(int year) => guided.GetOrAdd(year, _ => new(async () =>
    {
        var academy = NewCaller();
        await academy.TellAsync(RegulationOf(year));
        await academy.TellAsync(GuidanceOf(year));
    })).Value;

    private async Task PlayAsync(ClusterLife life, int end = int.MaxValue)
    {
        try
        {
            for (var year = ClusterLife.FirstYear; year < end; year++)
            {
                await GuideAsync(year);
                await life.PlayAsync(year, Regulation);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Told to end.
        }
    }
}
