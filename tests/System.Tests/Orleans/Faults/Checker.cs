using System.Globalization;
using System.Text.Json.Nodes;

namespace ClusterActors.Tests.Faults;

/// <summary>Holds what callers were told against the store, the API and the rules of a year, when all is over.</summary>
internal sealed class Checker(FaultCluster cluster, Load load, Random random)
{
    private const int Repeated = 200;
    private const int AtOnce = 8;

    private readonly Caller caller = load.NewCaller(CancellationToken.None);

    public async Task CheckAsync()
    {
        await NothingIsLostAsync();
        await NothingIsDoubledAsync();
        await YearsAreWholeAsync();
        await OneHeadEachAsync();
        await cluster.RecoverAsync(load.History);
        Assert.Equal(0L, await cluster.ExecuteAsync("SELECT count(*) FROM outbox WHERE done_at IS NULL"));
        await cluster.EndsSoundAsync();
    }

    /// <summary>Every answer that was given is stored as it was given, is shown so, and is given again.</summary>
    private async Task NothingIsLostAsync()
    {
        var stored = (await cluster.ReadAsync("SELECT stream, operation_id, convert_from(answer, 'UTF8') FROM operations"))
            .ToDictionary(row => (row[0], row[1]), row => row[2]);
        var acknowledged = load.History.Acknowledged.ToArray();
        Assert.All(
            acknowledged.GroupBy(told => (told.Operation.Stream, told.Operation.Id)),
            repeated => Assert.Single(repeated.Select(told => (told.Status, told.Answer)).Distinct()));
        await AllAsync(acknowledged, async told =>
        {
            var (stream, id) = (told.Operation.Stream, told.Operation.Id);
            var answer = Assert.Contains((stream, id), stored);
            Assert.True(Same(told, JsonNode.Parse(answer)!), $"{id} on {stream} was told {told.Status} {told.Answer}, and stored is {answer}");
            var shown = await caller.ReadAsync($"/operations/{stream}/{id}");
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(answer), shown), $"{id} on {stream} is shown as {shown}, and stored is {answer}");
        });

        await AllAsync([.. acknowledged.OrderBy(_ => random.Next()).Take(Repeated)], async told =>
        {
            var again = await caller.AskAsync(told.Operation with { });
            Assert.Equal((told.Status, told.Answer), (again.Status, again.Answer));
        });
    }

    /// <summary>One operation's events are one write, and no answer's version is another's.</summary>
    private async Task NothingIsDoubledAsync()
    {
        Assert.Empty(await cluster.ReadAsync("""
            SELECT stream, operation_id FROM events GROUP BY stream, operation_id HAVING count(*) <> max(version) - min(version) + 1
            """));
        Assert.Empty(await cluster.ReadAsync("""
            SELECT e.stream, e.operation_id FROM events AS e JOIN operations AS o USING (stream, operation_id)
            GROUP BY e.stream, e.operation_id, o.version HAVING max(e.version) <> o.version
            """));
        Assert.Empty(await cluster.ReadAsync("SELECT stream FROM events EXCEPT SELECT stream FROM operations"));
    }

    private Task YearsAreWholeAsync() => AllAsync(load.Lives, async life =>
    {
        for (var year = ClusterLife.FirstYear; year < ClusterLife.FirstYear + life.Closed; year++)
            life.CheckClosed((await caller.ReadAsync(life.Campaign(year)))!);
    });

    /// <summary>Each cluster has one head, the same in its own view and in the nation's; each year's head was put into office once.</summary>
    private async Task OneHeadEachAsync()
    {
        var handovers = (await cluster.ReadAsync("SELECT stream, count(*) FROM events WHERE type LIKE '%handed-over%' AND starts_with(stream, 'cluster:') GROUP BY stream"))
            .ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture));
        await AllAsync(load.Lives, async life =>
        {
            var view = (await caller.ReadAsync($"/clusters/{life.Code}"))!;
            var done = handovers.GetValueOrDefault($"cluster:{life.Code}");
            Assert.InRange(done, life.Closed, life.Closed + 1);
            Assert.Equal(ClusterLife.FirstYear + done, (int)view["inOffice"]!["year"]!);
            Assert.Contains((string)view["inOffice"]!["head"]!, life.Schools);
            Assert.Null(view["vacancy"]);
        });
    }

    /// <summary>What the API told, and the answer that is stored.</summary>
    private static bool Same(Acknowledged told, JsonNode stored)
    {
        var body = JsonNode.Parse(told.Answer)!;
        return (long?)body["version"] == (long?)stored["version"] && (string?)body["code"] == (string?)stored["code"];
    }

    private static Task AllAsync<T>(IReadOnlyCollection<T> all, Func<T, Task> check) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) => await check(one));
}
