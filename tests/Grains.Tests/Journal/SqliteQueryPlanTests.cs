using ClusterActors.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Tests.Journal;

/// <summary>How SQLite goes about the queries that could read everything. The streams of one school are few, the journal is long.</summary>
public sealed class SqliteQueryPlanTests : IDisposable
{
    private readonly SqliteFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string> Queries =>
        [SchoolSql.Journal, SchoolSql.History, SchoolSql.Search, NationalSql.Clusters, NationalSql.Scores, NationalSql.Awards, NationalSql.Officers];

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
        folder.Tamper("DROP INDEX views_year; DROP INDEX views_cluster; DROP INDEX views_school");
        Assert.Contains(Plan(NationalSql.Awards), step => !step.Contains("views_year", StringComparison.Ordinal) && step.Contains("views_kind", StringComparison.Ordinal));

        await folder.Open(new FakeClock()).DisposeAsync();

        Assert.Contains(Plan(NationalSql.Awards), step => step.Contains("views_year", StringComparison.Ordinal));
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
