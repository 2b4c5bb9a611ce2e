using ClusterActors.Tests.Postgres;
using Xunit.Abstractions;

namespace ClusterActors.Tests.Faults;

/// <summary>
/// Schools vote, and the silo that holds their ballot box, which today is the campaign's grain with its open vote, is killed while
/// the last of them do.
/// </summary>
[Collection(FaultCollection.Name)]
public sealed class BallotBoxTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly int[] Rolls = [7, 20, 100];

    private readonly PostgresProcess postgres = new() { Connections = FaultRun.Connections };

    public Task InitializeAsync() => postgres.InitializeAsync();

    public Task DisposeAsync() => postgres.DisposeAsync();

    [FaultFact]
    public Task each_vote_counts_once_when_the_silo_of_the_vote_is_killed() => VoteAsync(seed: 1);

    [FaultTheory, Seeds(20)]
    public Task each_vote_counts_once_whenever_the_silo_of_the_vote_is_killed(int seed) => VoteAsync(seed);

    private Task VoteAsync(int seed)
    {
        var random = new Random(seed);
        var run = new FaultRun(output, postgres);
        return run.RunAsync(new() { Voting = Rolls }, [], async (cluster, load) =>
        {
            load.Play();
            foreach (var life in load.Voting)
                await VoteAsync(run, cluster, load, life, random);
            await load.EndAsync();
            await new Checker(cluster, load, random).CheckAsync();
        });
    }

    private static async Task VoteAsync(FaultRun run, FaultCluster cluster, Load load, ClusterLife life, Random random)
    {
        const int Year = ClusterLife.FirstYear;
        var early = random.Next(1, life.Schools.Length / 2);
        await life.VoteAsync(Year, life.Schools[..early]);
        var hosts = await cluster.HostsAsync("campaign:");
        var silo = hosts[life.Stream(Year)];

        var late = life.VoteAsync(Year, life.Schools[early..]);
        cluster.Silos[silo].Kill();
        await Task.WhenAll(late, run.ProbeAsync(load, hosts, silo, $"probe-{life.Code}"));
        var recovered = await cluster.RecoverAsync(load.History);
        run.Say($"{life.Schools.Length} voters, {early} before silo {silo} was killed; all that was due then was done {recovered.TotalSeconds:0.0} s after the last vote");
        await life.EndAsync(Year);
    }
}
