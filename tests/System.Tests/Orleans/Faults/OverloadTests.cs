using ClusterActors.Tests.Postgres;
using Xunit.Abstractions;

namespace ClusterActors.Tests.Faults;

/// <summary>More than the machine can do.</summary>
[Collection(FaultCollection.Name)]
public sealed class OverloadTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly PostgresProcess postgres = new() { Connections = FaultRun.Connections };

    public Task InitializeAsync() => postgres.InitializeAsync();

    public Task DisposeAsync() => postgres.DisposeAsync();

    [FaultFact]
    public Task nothing_is_lost_or_doubled_when_all_is_slow_and_ten_times_as_many_ask() => OverloadAsync(seed: 1, strikes: 1);

    [FaultTheory, Seeds(10)]
    public Task nothing_is_lost_or_doubled_however_often_all_is_slow_and_ten_times_as_many_ask(int seed) => OverloadAsync(seed, strikes: 3);

    private async Task OverloadAsync(int seed, int strikes)
    {
        var run = new FaultRun(output, postgres) { RequestsAtOnce = 100 };
        Assert.NotEqual(0, (await run.RunAsync(seed, strikes, (cluster, random, load) => new Overload(cluster, load, random))).GetValueOrDefault("overloaded"));
    }
}
