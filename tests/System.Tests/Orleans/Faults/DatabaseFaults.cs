using Npgsql;

namespace ClusterActors.Tests.Faults;

/// <summary>kill -9 of the database with all its processes, while one of them writes a commit to its log.</summary>
internal sealed class KilledDatabase(FaultCluster cluster, Random random) : INemesis
{
    private const string Committing = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND wait_event IN ('WALSync', 'WALWrite', 'WALWriteLock')";

    public TimeSpan Lasts { get; private set; }

    public async Task<int?> StrikeAsync()
    {
        Lasts = TimeSpan.FromSeconds(random.Next(1, 11));
        using var late = new CancellationTokenSource(FaultCluster.Recovery);
        await cluster.ReadWhenAsync(Committing, sessions => sessions > 0, late.Token);
        await cluster.Postgres.KillAsync();
        return null;
    }

    public Task HealAsync() => cluster.Postgres.StartAsync();
}

/// <summary>The disk of the database's log fails in one way after the other; the server ends itself, and is started when the disk is well.</summary>
internal sealed class BrokenLogDisk(FaultCluster cluster, FailingDisk disk, Random random) : INemesis
{
    private readonly Func<Task>[] ways = [disk.FillAsync, disk.TearAsync, disk.FreezeAsync];
    private int next = random.Next(3);

    public TimeSpan Lasts { get; } = TimeSpan.FromSeconds(5);

    public async Task<int?> StrikeAsync()
    {
        await ways[next++ % ways.Length]();
        await ExhaustAsync();
        return null;
    }

    public async Task HealAsync()
    {
        await cluster.Postgres.KillAsync();
        await disk.MendAsync();
        await cluster.Postgres.StartAsync();
    }

    /// <summary>A log has some files ahead: begins new ones until the server cannot.</summary>
    private async Task ExhaustAsync()
    {
        try
        {
            while (true)
                await cluster.ExecuteAsync("SELECT pg_logical_emit_message(true, 'filler', repeat('x', 4000000)); SELECT pg_switch_wal()");
        }
        catch (NpgsqlException)
        {
            // So it is.
        }
    }
}
