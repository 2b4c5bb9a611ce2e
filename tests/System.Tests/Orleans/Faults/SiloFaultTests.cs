using ClusterActors.Tests.Postgres;
using Xunit.Abstractions;

namespace ClusterActors.Tests.Faults;

/// <summary>What silos suffer as processes.</summary>
[Collection(FaultCollection.Name)]
public sealed class SiloFaultTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Strikes = 5;

    private readonly PostgresProcess postgres = new() { Connections = FaultRun.Connections };

    public Task InitializeAsync() => postgres.InitializeAsync();

    public Task DisposeAsync() => postgres.DisposeAsync();

    [FaultFact]
    public Task nothing_is_lost_or_doubled_when_a_silo_is_killed_when_all_are_and_when_a_stopped_one_wakes_up() =>
        new FaultRun(output, postgres).RunAsync(seed: 1, (cluster, random, _) =>
        [
            new KilledSilo(cluster, random), new KilledSilo(cluster, random),
            new AllSilosKilled(cluster, random), new AllSilosKilled(cluster, random),
            new StoppedSilo(cluster, random), new StoppedSilo(cluster, random),
        ]);

    [FaultTheory, Seeds(12)]
    public Task nothing_is_lost_or_doubled_however_often_a_silo_is_killed(int seed) => KillAsync(seed);

    [FaultTheory, Seeds(8)]
    public Task nothing_is_lost_or_doubled_however_often_all_silos_are_killed(int seed) => KillAllAsync(seed);

    [FaultTheory, Seeds(12)]
    public Task nothing_is_lost_or_doubled_however_often_a_stopped_silo_wakes_up(int seed) => StopAsync(seed);

    private Task KillAsync(int seed) => new FaultRun(output, postgres).RunAsync(seed, Strikes, (cluster, random, _) => new KilledSilo(cluster, random));

    private Task KillAllAsync(int seed) => new FaultRun(output, postgres).RunAsync(seed, Strikes, (cluster, random, _) => new AllSilosKilled(cluster, random));

    private Task StopAsync(int seed) => new FaultRun(output, postgres).RunAsync(seed, Strikes, (cluster, random, _) => new StoppedSilo(cluster, random));
}

/// <summary>Each of these tests fills the machine by itself.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultCollection
{
    public const string Name = "faults";
}
