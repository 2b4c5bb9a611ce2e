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
    public Task nothing_is_lost_or_doubled_when_silos_do_not_hear_each_other_or_one_does_not_reach_the_database() => RunAsync((run, network) =>
        run.RunAsync(seed: 1, (cluster, random, _) =>
        [
            new SplitSilos(cluster, network, random), new SplitSilos(cluster, network, random),
            new CutFromDatabase(cluster, network, random), new CutFromDatabase(cluster, network, random),
        ]));

    [FaultTheory(Needs.Network), Seeds(12)]
    public Task nothing_is_lost_or_doubled_however_often_silos_do_not_hear_each_other(int seed) => RunAsync((run, network) =>
        run.RunAsync(seed, Strikes, (cluster, random, _) => new SplitSilos(cluster, network, random)));

    [FaultTheory(Needs.Network), Seeds(12)]
    public Task nothing_is_lost_or_doubled_however_often_a_silo_does_not_reach_the_database(int seed) => RunAsync((run, network) =>
        run.RunAsync(seed, Strikes, (cluster, random, _) => new CutFromDatabase(cluster, network, random)));

    private async Task RunAsync(Func<FaultRun, TestNetwork, Task> test)
    {
        await using var network = await TestNetwork.MakeAsync(Silos);
        var postgres = new PostgresProcess { Connections = FaultRun.Connections, Address = network.AddressOf(TestNetwork.Server), Starter = network.Enter(TestNetwork.Server) };
        await postgres.InitializeAsync();
        try
        {
            await test(new FaultRun(output, postgres, network), network);
        }
        finally
        {
            await postgres.DisposeAsync();
        }
    }
}
