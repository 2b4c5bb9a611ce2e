using ClusterActors.Tests.Postgres;
using Xunit.Abstractions;

namespace ClusterActors.Tests.Faults;

/// <summary>What the database and its disk suffer.</summary>
[Collection(FaultCollection.Name)]
public sealed class DatabaseFaultTests(ITestOutputHelper output)
{
    private const int Strikes = 5;

    [FaultFact]
    public Task nothing_is_lost_or_doubled_when_the_database_is_killed_in_a_commit() => KillAsync(seed: 1, strikes: 2);

    [FaultTheory, Seeds(8)]
    public Task nothing_is_lost_or_doubled_however_often_the_database_is_killed(int seed) => KillAsync(seed, Strikes);

    [FaultFact(Needs.Disk)]
    public Task nothing_is_lost_or_doubled_when_the_log_s_disk_is_full_fails_to_flush_and_goes_read_only() => BreakAsync(seed: 1, strikes: 3);

    [FaultTheory(Needs.Disk), Seeds(6)]
    public Task nothing_is_lost_or_doubled_however_often_the_log_s_disk_fails(int seed) => BreakAsync(seed, Strikes);

    private async Task KillAsync(int seed, int strikes)
    {
        var postgres = new PostgresProcess { Connections = FaultRun.Connections };
        await RunAsync(postgres, seed, strikes, (cluster, random, _) => new KilledDatabase(cluster, random));
    }

    private async Task BreakAsync(int seed, int strikes)
    {
        await using var disk = await FailingDisk.MakeAsync();
        await RunAsync(new() { Connections = FaultRun.Connections, LogDisk = disk.Folder }, seed, strikes, (cluster, random, _) => new BrokenLogDisk(cluster, disk, random));
    }

    private async Task RunAsync(PostgresProcess postgres, int seed, int strikes, Func<FaultCluster, Random, Load, INemesis> of)
    {
        await postgres.InitializeAsync();
        try
        {
            await new FaultRun(output, postgres).RunAsync(seed, strikes, of);
        }
        finally
        {
            await postgres.DisposeAsync();
        }
    }
}
