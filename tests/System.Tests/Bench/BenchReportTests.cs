using System.Text.Json.Nodes;
using ClusterActors.Bench;
using ClusterActors.Bench.Calls;
using ClusterActors.Bench.Durable;
using ClusterActors.Bench.Latency;
using ClusterActors.Bench.Reports;
using ClusterActors.Bench.Scale;
using ClusterActors.Bench.Shell;
using ClusterActors.Bench.Silos;
using ClusterActors.Bench.Stores;
using ClusterActors.Bench.Stores.Postgres;
using ClusterActors.Bench.Stores.Sqlite;

namespace ClusterActors.Tests.Bench;

/// <summary>The figures of <c>./run bench</c> with counts too small to mean anything: that they are measured at all, and how they are told.</summary>
public sealed class BenchReportTests(BenchPlace bench) : IClassFixture<BenchPlace>
{
    private const int Repetitions = 1;

    [Fact]
    public async Task commands_on_sqlite_are_told_beside_the_driver() =>
        Told(await MeasureAsync(new DurableFigure(new SqliteKind(), Grains: 2, CommandsEach: 3)), ["durable-sqlite-2"], ["driver"], "commits");

    [Fact]
    public async Task commands_on_postgres_are_told_beside_the_driver_and_pgbench() =>
        Told(
            await MeasureAsync(new DurableFigure(new PostgresKind(), Grains: 2, CommandsEach: 3)),
            ["durable-postgres-2"],
            ["driver", "pgbench"],
            "commits");

    [Fact]
    public async Task latency_on_sqlite_is_told_beside_one_commit() =>
        Told(await LatencyAsync(new SqliteKind()), ["latency-sqlite-p50", "latency-sqlite-p99"], ["one commit"], "arrivalsPerSecond");

    [CiFact]
    public async Task latency_on_postgres_is_told_beside_one_commit() =>
        Told(await LatencyAsync(new PostgresKind()), ["latency-postgres-p50", "latency-postgres-p99"], ["one commit"], "arrivalsPerSecond");

    [Fact]
    public async Task calls_are_told_beside_a_mailbox() => Told(await MeasureAsync(new CallFigure(Callers: 2, CallsEach: 10)), ["call-2"], ["mailbox"]);

    [Fact]
    public async Task the_shell_is_told_beside_a_bare_grain_or_says_that_it_needs_orleans()
    {
        var report = await MeasureAsync(new ShellFigure(Callers: 2, CommandsEach: 5));
        Told(report, ["shell-2"], ["bare grain"]);
        Assert.Equal(report.Runtime == "LocalRuntime", ReportTable.Of(report).Contains("not run: needs Orleans", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_floor_that_writes_other_rows_than_the_store_gives_no_figure()
    {
        var kind = new SqliteKind();
        await using var database = await kind.CreateAsync(bench.Place);
        var run = await StoreRun.RunAsync(database, grains: 2, commandsEach: 3);
        var less = run with { Commits = [.. run.Commits.SkipLast(1)] };
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => kind.Floors[0].WriteAsync(kind, database, less, bench.Place));
        Assert.Contains("differ between the store and its floor", fault.Message, StringComparison.Ordinal);
    }

    [CiFact]
    public Task a_nation_on_postgres_is_told_from_its_server_s_start_to_its_views() => NationAsync(new PostgresKind(), "postgres");

    [ReleaseTheory]
    [InlineData("sqlite")]
    public Task a_nation_is_told_from_its_server_s_start_to_its_views(string store) => NationAsync(new SqliteKind(), store);

    [CiFact]
    public async Task silos_are_told_with_the_processors_they_take_or_say_that_they_need_orleans()
    {
        var report = await MeasureAsync(new SilosFigure(Silos: 1, Callers: 2, CommandsEach: 3));
        Told(report, ["scale-silos-1"], ["one insert"]);
        Assert.Equal(report.Runtime == "LocalRuntime", report.Figures[0].NotRun == "needs Orleans");
        Assert.All(report.Figures[0].Repetitions, round => Assert.Equal(["callers", "gateway-1", "postgres", "silo-1"], round.ProcessorShares!.Keys.Order()));
    }

    private async Task NationAsync(IStoreKind kind, string store)
    {
        var size = new NationSize(Schools: 12, Clusters: 5);
        Told(await MeasureAsync(new ScaleStartFigure(kind, size)), [$"scale-start-{store}-12"], ["empty server"], "residentMegabytes");
        string[] views = ["clusters", "scores", "awards", "officers", "search", "history", "academy", "journal"];
        Told(await MeasureAsync(new ScaleViewsFigure(kind, size)), [.. views.Select(view => $"scale-views-{store}-12-{view}")], ["scan"], "residentMegabytes");
        Told(await MeasureAsync(new ScaleTouchFigure(kind, size, Callers: 2, GrainsEach: 3)), [$"scale-touch-{store}-12"], ["active"], "residentMegabytes");
        Told(await MeasureAsync(new ScaleAcademyFigure(kind, size)), [$"scale-academy-{store}-12"], ["active"], "residentMegabytes");
        string[] guidance = ["answered", "carried"];
        Told(await MeasureAsync(new ScaleGuidanceFigure(kind, size)), [.. guidance.Select(part => $"scale-guidance-{store}-12-{part}")], ["one message"], "residentMegabytes");
    }

    private Task<Report> LatencyAsync(IStoreKind kind) => MeasureAsync(new LatencyFigure(kind, Grains: 2, CommandsEach: 3, Arrivals: 20, Commits: 5));

    private async Task<Report> MeasureAsync(IFigure figure)
    {
        var lines = await ClusterActors.Bench.Repetitions.RunAsync(figure, Repetitions, bench.Place, CancellationToken.None);
        return new(Runtimes.OfBuild, Machine.Here(), await StoreVersions.OfAsync(bench.Place), [.. FigureReport.Of(figure, lines)]);
    }

    /// <summary>Everything is in the JSON, and the table names it; what is not run says why instead of a number.</summary>
    private static void Told(Report report, string[] names, string[] floors, string? note = null)
    {
        var json = JsonNode.Parse(report.ToJson())!;
        Assert.Equal(["runtime", "machine", "stores", "figures"], json.AsObject().Select(property => property.Key));
        var figures = json["figures"]!.AsArray();
        Assert.Equal(names, figures.Select(figure => (string?)figure!["name"]));
        Assert.All(names, name => Assert.Contains($"\n{name} ", ReportTable.Of(report), StringComparison.Ordinal));
        foreach (var figure in figures)
        {
            Assert.Equal(floors, figure!["floors"]!.AsArray().Select(floor => (string?)floor!["name"]));
            Assert.Equal(figure["notRun"] is null ? Repetitions : 0, figure["repetitions"]!.AsArray().Count);
            Assert.NotEqual(figure["notRun"] is null, figure["measured"] is null);
            foreach (var repetition in figure["repetitions"]!.AsArray())
            {
                Assert.True((double)repetition!["measured"]! > 0);
                Assert.True(note is null || (double)repetition[note]! > 0);
            }

            Assert.All(figure["floors"]!.AsArray(), (floor, n) => ToldFloor(figure, floor!, n));
        }
    }

    private static void ToldFloor(JsonNode figure, JsonNode floor, int n)
    {
        Assert.NotEqual(floor["notRun"] is null && figure["notRun"] is null, floor["timesTheFloor"] is null);
        if (floor["timesTheFloor"] is { } told)
            Assert.Equal((double)figure["repetitions"]![0]!["timesTheFloors"]![n]!, (double)told["median"]!);
    }
}
