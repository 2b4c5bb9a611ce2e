namespace ClusterActors.Tests.Faults;

/// <summary>kill -9 of one silo.</summary>
internal sealed class KilledSilo(FaultCluster cluster, Random random) : INemesis
{
    public TimeSpan Lasts => TimeSpan.Zero;

    public Task<int?> StrikeAsync()
    {
        var silo = random.Next(cluster.Silos.Count);
        cluster.Silos[silo].Kill();
        return Task.FromResult<int?>(silo);
    }

    public Task HealAsync() => Task.CompletedTask;
}

/// <summary>kill -9 of all silos at once. Their rows in the membership table stay as they were; their successors come up all the same.</summary>
internal sealed class AllSilosKilled(FaultCluster cluster, Random random) : INemesis
{
    public TimeSpan Lasts { get; } = TimeSpan.FromSeconds(random.Next(1, 6));

    public async Task<int?> StrikeAsync()
    {
        await Task.WhenAll(cluster.Silos.Select(silo => silo.HoldDownAsync()));
        return null;
    }

    public Task HealAsync() => Task.WhenAll(cluster.Silos.Select(silo => silo.StartAsync())).WaitAsync(FaultCluster.Recovery);
}

/// <summary>One silo is stopped with SIGSTOP, longer than it takes to be given up, and wakes up to what has gone on without it.</summary>
internal sealed class StoppedSilo(FaultCluster cluster, Random random) : INemesis
{
    private int silo;

    public TimeSpan Lasts { get; private set; }

    public async Task<int?> StrikeAsync()
    {
        Lasts = TimeSpan.FromSeconds(random.Next(5, 41));
        silo = random.Next(cluster.Silos.Count);
        await cluster.Silos[silo].SignalAsync("STOP");
        return silo;
    }

    public Task HealAsync() => cluster.Silos[silo].SignalAsync("CONT");
}
