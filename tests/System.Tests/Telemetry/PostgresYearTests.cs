using System.Data.Common;
using ClusterActors.Tests.Postgres;
using Npgsql;

namespace ClusterActors.Tests.Telemetry;

/// <summary>The same year on PostgreSQL, whose driver has spans and metrics of its own.</summary>
public sealed class PostgresYear : ObservedYear
{
    private const string Database = "store";
    private readonly PostgresProcess postgres = new();

    public override async Task InitializeAsync()
    {
        if (ServerBinaries.Folder is null)
            return;
        await postgres.InitializeAsync();
        await PostgresProcess.ExecuteAsync(postgres.ConnectionString("postgres"), $"CREATE DATABASE {Database}");
        await PlayAsync($"postgres://postgres@127.0.0.1:{postgres.Port}/{Database}");
    }

    public override Task DisposeAsync() => ServerBinaries.Folder is null ? Task.CompletedTask : postgres.DisposeAsync();

    protected override DbConnection Journal(string folder) => new NpgsqlConnection(postgres.ConnectionString(Database));
}

public sealed class PostgresYearTests(PostgresYear year) : IClassFixture<PostgresYear>
{
    [PostgresFact]
    public void nothing_of_a_person_a_vote_a_key_or_a_body_is_in_spans_metrics_or_logs()
    {
        Assert.True(year.Received is { Traces: > 0, Metrics: > 0, Logs: > 0 });
        Assert.Contains(year.Spans, span => span.Source == "Npgsql");
        Assert.True(year.Secret.Count > 100);
        Assert.Empty(Secrets.FoundIn(year.Collected, year.Secret));
    }

    [PostgresFact]
    public void metrics_which_ask_for_no_key_do_not_tell_where_the_database_is()
    {
        var driver = year.Exposition.Split('\n').Where(line => line.StartsWith("db_client", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(driver);
        Assert.All(driver, line => Assert.DoesNotContain("127.0.0.1", line, StringComparison.Ordinal));
        Assert.All(driver, line => Assert.DoesNotContain("postgres@", line, StringComparison.Ordinal));
    }

    [PostgresFact]
    public void a_delivery_has_a_link_to_the_append_that_sent_the_message()
    {
        var appends = year.Spans.Where(span => span.Name == "append").Select(span => (span.Trace, span.Id)).ToHashSet();
        var deliveries = year.Spans.Where(span => span.Name == "deliver").ToList();
        Assert.NotEmpty(deliveries);
        Assert.All(deliveries, delivery => Assert.Contains(Assert.Single(delivery.Links), appends));
    }
}
