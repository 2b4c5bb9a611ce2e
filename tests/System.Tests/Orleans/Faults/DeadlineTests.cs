using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using ClusterActors.Tests.Postgres;
using Xunit.Abstractions;

namespace ClusterActors.Tests.Faults;

/// <summary>
/// All silos are off while a deadline passes, with sheets under way and messages waiting. No grain is woken by a timer: a deadline
/// is held against the time of recording, and what has to happen later waits in the outbox. So what could be missed, doubled or
/// late is the answer to a sheet, the message, and the clock's own move.
/// </summary>
[Collection(FaultCollection.Name)]
public sealed class DeadlineTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Year = ClusterLife.FirstYear;
    private const string LastDay = "2015-10-20";
    private const string DayAfter = "2015-10-21T05:00:00+00:00";

    private static JsonArray Deadlines => [new JsonObject
    {
        ["step"] = "self-scores", ["day"] = LastDay, ["effect"] = "refuse", ["source"] = "sample regulation",
    }];

    private readonly PostgresProcess postgres = new() { Connections = FaultRun.Connections };

    public Task InitializeAsync() => postgres.InitializeAsync();

    public Task DisposeAsync() => postgres.DisposeAsync();

    [FaultFact]
    public Task a_deadline_that_passes_while_all_silos_are_off_is_held_once_and_for_ever() => PassAsync(seed: 1);

    [FaultTheory, Seeds(20)]
    public Task a_deadline_that_passes_while_all_silos_are_off_is_held_whenever_they_go_off(int seed) => PassAsync(seed);

    private Task PassAsync(int seed)
    {
        var random = new Random(seed);
        var run = new FaultRun(output, postgres);
        var plan = new LoadPlan { Deadlines = Deadlines, First = Clock("clock-before", $"{LastDay}T05:00:00+00:00") };
        return run.RunAsync(plan, ["--played"], async (cluster, load) =>
        {
            var official = load.NewCaller();
            await official.TellAsync(load.RegulationOf(Year + 1));
            await Task.WhenAll(load.Lives.Select(life => life.PlayToSheetsAsync(Year)));

            var criteria = ClusterLife.CriteriaOf(load.Regulation);
            var before = load.History.Acknowledged.Count;
            var sheets = load.Lives.SelectMany(life => life.Schools.Select(school => life.Sheet(Year, school, criteria))).OrderBy(_ => random.Next()).ToArray();
            var submitting = Task.WhenAll(sheets.Select(sheet => load.NewCaller().AskAsync(sheet)));
            await load.History.GrowAsync(random.Next(1, sheets.Length / 2), submitting);
            var guiding = official.TellAsync(Load.GuidanceOf(Year + 1));
            await Task.WhenAll(cluster.Silos.Select(silo => silo.HoldDownAsync()));
            var counted = load.History.Acknowledged.Count - before;

            // The clock is moved twice at once, by one operation, through both gateways.
            var moving = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => load.NewCaller().AskAsync(Clock("clock-after", DayAfter))));
            await Task.WhenAll(cluster.Silos.Select(silo => silo.StartAsync()));
            var recovered = await cluster.RecoverAsync(load.History);
            Assert.Single((await moving).Select(told => (told.Status, told.Answer)).Distinct());
            await guiding;
            // The guidance may have been taken on last of all, and what it sends to the clusters be under way.
            await cluster.RecoverAsync(load.History);
            await CheckAsync(cluster, load, await submitting, random);
            run.Say($"{counted} sheets were in when all silos were killed; all that was due was done {recovered.TotalSeconds:0.0} s after they were started");
        });
    }

    private static Operation Clock(string id, string to) => new("play-clock:only", id, null, "/play/clock", new { to });

    /// <summary>A sheet was accepted before the end of the day or refused after it, and every cluster has its guidance once.</summary>
    private static async Task CheckAsync(FaultCluster cluster, Load load, Acknowledged[] submitted, Random random)
    {
        Assert.All(submitted, told => Assert.True(
            told.Status == (int)HttpStatusCode.OK || (told.Status, (string?)JsonNode.Parse(told.Answer)!["code"]) == ((int)HttpStatusCode.Conflict, "deadline_passed"), told.Answer));
        var accepted = submitted.Where(told => told.Status == (int)HttpStatusCode.OK).Select(told => (told.Operation.Stream, told.Operation.Id)).Order().ToArray();
        var end = DateTimeOffset.Parse($"{LastDay}T17:00:00+00:00", CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
        var recorded = await cluster.ReadAsync("SELECT DISTINCT stream, operation_id, recorded_at FROM events WHERE starts_with(operation_id, 'score.')");
        Assert.Equal(accepted, recorded.Select(row => (row[0], row[1])).Order());
        Assert.All(recorded, row => Assert.True(long.Parse(row[2], CultureInfo.InvariantCulture) < end));
        Assert.InRange(accepted.Length, 1, submitted.Length - 1);

        var caller = load.NewCaller();
        foreach (var life in load.Lives)
        {
            Assert.Equal([Year, Year + 1], (await caller.ReadAsync($"/clusters/{life.Code}"))!["guidedYears"]!.AsArray().Select(year => (int)year!));
            Assert.Equal(
                accepted.Count(sheet => sheet.Stream == life.Stream(Year)),
                (await caller.ReadAsync(life.Campaign(Year)))!["sheets"]!.AsArray().Count(sheet => (int)sheet!["version"]! == 1));
        }

        await new Checker(cluster, load, random).CheckAsync();
    }
}
