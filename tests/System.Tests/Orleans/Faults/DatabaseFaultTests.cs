using ClusterActors.Tests.Postgres;
using Xunit.Abstractions;

namespace ClusterActors.Tests.Faults;

/// <summary>What the database and its disk suffer.</summary>
[Collection(FaultCollection.Name)]
public sealed class DatabaseFaultTests(ITestOutputHelper output)
{
    private const int Strikes = 5;

    // Of the operations that a first year takes all clients, about half, and some.
    private const int BeforeBackup = 1500;
    private const int AfterBackup = 300;

    [FaultFact]
    public Task nothing_is_lost_or_doubled_when_the_database_is_killed_in_a_commit() => KillAsync(seed: 1, strikes: 2);

    [FaultTheory, Seeds(8)]
    public Task nothing_is_lost_or_doubled_however_often_the_database_is_killed(int seed) => KillAsync(seed, Strikes);

    [FaultFact(Needs.Disk)]
    public Task nothing_is_lost_or_doubled_when_the_log_s_disk_is_full_fails_to_flush_and_goes_read_only() => BreakAsync(seed: 1, strikes: 3);

    [FaultTheory(Needs.Disk), Seeds(6)]
    public Task nothing_is_lost_or_doubled_however_often_the_log_s_disk_fails(int seed) => BreakAsync(seed, Strikes);

    [FaultFact]
    public async Task what_was_acknowledged_before_a_backup_is_answered_the_same_when_the_database_is_lost_and_made_again_from_the_backup()
    {
        using var folder = new TempFolder();
        var elsewhere = new PostgresProcess { Connections = FaultRun.Connections };
        await elsewhere.InitializeAsync();
        try
        {
            await RunAsync(new() { Connections = FaultRun.Connections }, run => run.RunAsync(new(), [], async (cluster, load) =>
            {
                load.Play();
                await load.History.GrowAsync(BeforeBackup, load.Playing);
                var kept = load.History.Acknowledged.ToArray();
                await cluster.BackUpAsync(folder.Path);
                await load.History.GrowAsync(AfterBackup, load.Playing);
                await load.EndAsync();
                await cluster.FailOverAsync(elsewhere, folder.Path);

                // Everybody repeats everything: what the backup has is answered, the rest is done anew.
                using var repeated = await Load.PrepareAsync(cluster, FaultRun.Clients, new());
                await repeated.PlayAsync(years: load.Lives.Max(life => life.Closed) + 1);
                var answers = repeated.History.Acknowledged.ToLookup(told => (told.Operation.Stream, told.Operation.Id), told => (told.Status, told.Answer));
                Assert.All(kept, told => Assert.Equal((told.Status, told.Answer), Assert.Single(answers[(told.Operation.Stream, told.Operation.Id)])));
                run.Say($"{kept.Length} operations were acknowledged before the backup, {load.History.Acknowledged.Count} before the loss, {repeated.History.Acknowledged.Count} repeated or done after it");
                await new Checker(cluster, repeated, new Random(1)).CheckAsync();
            }));
        }
        finally
        {
            await elsewhere.DisposeAsync();
        }
    }

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

    private Task RunAsync(PostgresProcess postgres, int seed, int strikes, Func<FaultCluster, Random, Load, INemesis> of) =>
        RunAsync(postgres, run => run.RunAsync(seed, strikes, of));

    private async Task RunAsync(PostgresProcess postgres, Func<FaultRun, Task> test)
    {
        await postgres.InitializeAsync();
        try
        {
            await test(new FaultRun(output, postgres));
        }
        finally
        {
            await postgres.DisposeAsync();
        }
    }
}
