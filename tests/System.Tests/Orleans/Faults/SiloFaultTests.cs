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
    public Task nothing_is_lost_or_doubled_when_a_silo_is_killed() => KillAsync(seed: 1, strikes: 2);

    [FaultTheory, Seeds(12)]
    public Task nothing_is_lost_or_doubled_however_often_a_silo_is_killed(int seed) => KillAsync(seed, Strikes);

    [FaultFact]
    public Task nothing_is_lost_or_doubled_when_all_silos_are_killed() => KillAllAsync(seed: 1, strikes: 2);

    [FaultTheory, Seeds(8)]
    public Task nothing_is_lost_or_doubled_however_often_all_silos_are_killed(int seed) => KillAllAsync(seed, Strikes);

    [FaultFact]
    public Task nothing_is_lost_or_doubled_when_a_stopped_silo_wakes_up() => StopAsync(seed: 1, strikes: 2);

    [FaultTheory, Seeds(12)]
    public Task nothing_is_lost_or_doubled_however_often_a_stopped_silo_wakes_up(int seed) => StopAsync(seed, Strikes);

    private Task KillAsync(int seed, int strikes) => new FaultRun(output, postgres).RunAsync(seed, strikes, (cluster, random, _) => new KilledSilo(cluster, random));

    private Task KillAllAsync(int seed, int strikes) => new FaultRun(output, postgres).RunAsync(seed, strikes, (cluster, random, _) => new AllSilosKilled(cluster, random));

    private Task StopAsync(int seed, int strikes) => new FaultRun(output, postgres).RunAsync(seed, strikes, (cluster, random, _) => new StoppedSilo(cluster, random));
}

/// <summary>Each of these tests fills the machine by itself.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FaultCollection
{
    public const string Name = "faults";
}
