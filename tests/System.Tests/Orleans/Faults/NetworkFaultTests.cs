using ClusterActors.Tests.Postgres;
using Xunit.Abstractions;

namespace ClusterActors.Tests.Faults;

/// <summary>Silos and the database on machines of their own, between which cables are cut.</summary>
[Collection(FaultCollection.Name)]
public sealed class NetworkFaultTests(ITestOutputHelper output)
{
    private const int Silos = 3;
    private const int Strikes = 5;

    [FaultFact(Needs.Network)]
    public Task nothing_is_lost_or_doubled_when_silos_do_not_hear_each_other() => SplitAsync(seed: 1, strikes: 2);

    [FaultTheory(Needs.Network), Seeds(12)]
    public Task nothing_is_lost_or_doubled_however_often_silos_do_not_hear_each_other(int seed) => SplitAsync(seed, Strikes);

    [FaultFact(Needs.Network)]
    public Task nothing_is_lost_or_doubled_when_a_silo_does_not_reach_the_database() => CutAsync(seed: 1, strikes: 2);

    [FaultTheory(Needs.Network), Seeds(12)]
    public Task nothing_is_lost_or_doubled_however_often_a_silo_does_not_reach_the_database(int seed) => CutAsync(seed, Strikes);

    private Task SplitAsync(int seed, int strikes) => RunAsync(seed, strikes, network => (cluster, random, _) => new SplitSilos(cluster, network, random));

    private Task CutAsync(int seed, int strikes) => RunAsync(seed, strikes, network => (cluster, random, _) => new CutFromDatabase(cluster, network, random));

    private async Task RunAsync(int seed, int strikes, Func<TestNetwork, Func<FaultCluster, Random, Load, INemesis>> of)
    {
        await using var network = await TestNetwork.MakeAsync(Silos);
        var postgres = new PostgresProcess { Connections = FaultRun.Connections, Address = network.AddressOf(TestNetwork.Server), Starter = network.Enter(TestNetwork.Server) };
        await postgres.InitializeAsync();
        try
        {
            await new FaultRun(output, postgres, network).RunAsync(seed, strikes, of(network));
        }
        finally
        {
            await postgres.DisposeAsync();
        }
    }
}
