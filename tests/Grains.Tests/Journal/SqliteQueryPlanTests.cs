using ClusterActors.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Tests.Journal;

/// <summary>How SQLite goes about the queries that could read everything. The streams of one school are few, the journal is long.</summary>
public sealed class SqliteQueryPlanTests : IDisposable
{
    private readonly SqliteFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Queries =>
        [SqliteJournalViewer.RegistrySql, SqliteJournalViewer.RegulationSql, SchoolSql.Journal, SchoolSql.History, SchoolSql.Search, NationalSql.Clusters, NationalSql.Scores, NationalSql.Awards, NationalSql.Officers,
            StatisticsSql.Reports, StatisticsSql.Indicators, StatisticsSql.Successions];

    [Theory, MemberData(nameof(Queries))]
    public async Task events_and_views_are_found_by_their_indexes(string query)
    {
        await folder.Open(new FakeClock()).DisposeAsync();

        var plan = Plan(query);

        Assert.Contains(plan, step => step.Contains("SEARCH", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => Tables.Any(table => step == $"SCAN {table}" || step.StartsWith($"SCAN {table} ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task a_folder_of_an_earlier_release_gets_its_indexes()
    {
        await folder.Open(new FakeClock()).DisposeAsync();
        folder.Tamper("DROP INDEX views_cluster; DROP INDEX views_school");
        Assert.DoesNotContain(Plan(SchoolSql.History), step => step.Contains("views_cluster", StringComparison.Ordinal));

        await folder.Open(new FakeClock()).DisposeAsync();

        Assert.Contains(Plan(SchoolSql.History), step => step.Contains("views_cluster", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_folder_of_an_earlier_release_gets_the_summaries_of_its_campaigns()
    {
        var year = NationalSample.Row(NationalSample.Year("a", 2026, ["x", "y"]).HandedIn("x").Ranked(("x", 90.5m), ("y", 80)));
        await using (var store = folder.Open(new FakeClock()))
            await store.Journal.AppendAsync(Sample.Append(ClusterActors.Journal.History.None(year.Stream), "op-1") with { View = year });
        folder.Tamper("DROP TRIGGER views_summed_up; DROP TRIGGER views_summed_up_anew; DROP TABLE campaign_years; DROP INDEX views_visited");

        await using var opened = folder.Open(new FakeClock());

        Assert.Equal([("x", 90.5m, 83m), ("y", 80m, null)], (await opened.National.ScoresOfAsync(2026)).Select(s => (s.School, s.Total, s.SelfTotal)));
    }

    [Fact]
    public async Task summaries_that_an_earlier_release_has_made_otherwise_are_made_anew()
    {
        var year = NationalSample.Row(NationalSample.Year("a", 2026, ["x", "y"]).Ranked(("x", 90.5m), ("y", 80)));
        await using (var store = folder.Open(new FakeClock()))
            await store.Journal.AppendAsync(Sample.Append(ClusterActors.Journal.History.None(year.Stream), "op-1") with { View = year });
        folder.Tamper("""
            DROP TRIGGER views_summed_up; UPDATE campaign_years SET summary = '{}';
            CREATE TRIGGER views_summed_up AFTER INSERT ON views BEGIN UPDATE campaign_years SET summary = '{}'; END
            """);

        await using var opened = folder.Open(new FakeClock());

        Assert.Equal(["x", "y"], (await opened.National.ScoresOfAsync(2026)).Select(s => s.School));
    }

    /// <summary>The two big tables and the names that the queries give them.</summary>
    private static readonly string[] Tables = ["events", "e", "views"];

    private List<string> Plan(string query)
    {
        using var connection = new SqliteConnection($"Data Source={folder.Database};Pooling=False");
        connection.Open();
        connection.CreateFunction<string, string>("search_text", text => text);
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + query;
        foreach (var name in new[] { "$stream", "$school", "$before", "$quoted", "$limit", "$after", "$text", "$year", "$today" })
            command.Parameters.AddWithValue(name, 1);
        using var reader = command.ExecuteReader();
        var steps = new List<string>();
        while (reader.Read())
            steps.Add(reader.GetString(3));
        return steps;
    }
}
