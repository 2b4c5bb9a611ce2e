using System.Globalization;
using ClusterActors.Tests.Postgres;

namespace ClusterActors.Tests;

/// <summary>A process that is asked to end before it has started.</summary>
public sealed class EndedWhileStartingTests(PostgresProcess postgres) : IClassFixture<PostgresProcess>
{
    [PostgresFact]
    public async Task a_gateway_that_still_waits_for_its_first_silo_ends_in_order()
    {
        const string Database = "waited_for";
        await PostgresProcess.ExecuteAsync(postgres.ConnectionString("postgres"), $"CREATE DATABASE {Database}");
        using var folder = new TempFolder();
        using var gateway = SiloProcess.Start(
            "gateway", "--data", folder.Path, "--urls", "http://127.0.0.1:0",
            "--store", string.Create(CultureInfo.InvariantCulture, $"postgres://postgres@127.0.0.1:{postgres.Port}/{Database}"));
        var said = gateway.TakeError();
        await AskedForSilosAsync(postgres.ConnectionString(Database), said);

        Assert.Equal(0, await gateway.TerminateAsync());
    }

    private static async Task AskedForSilosAsync(string database, Task ended)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await PostgresProcess.ExecuteAsync(database, "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%silo_rows%' AND pid <> pg_backend_pid()") is 0L)
        {
            Assert.False(ended.IsCompleted, "The gateway did not wait.");
            await Task.Delay(50, late.Token);
        }
    }
}
