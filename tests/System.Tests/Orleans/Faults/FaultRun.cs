using System.Diagnostics;
using System.Globalization;
using ClusterActors.Bench.Latency;
using ClusterActors.Tests.Postgres;
using Xunit.Abstractions;

namespace ClusterActors.Tests.Faults;

/// <summary>Fifty clients play years while a fault comes and goes; then everything is checked.</summary>
internal sealed class FaultRun(ITestOutputHelper output, PostgresProcess postgres, TestNetwork? network = null)
{
    public const int Clients = 50;

    /// <summary>Of the database: five processes have a pool of up to a hundred each.</summary>
    public const int Connections = 520;

    private const int Between = 200;

    private readonly List<TimeSpan> nexts = [];

    /// <summary>Of each gateway.</summary>
    public int RequestsAtOnce { get; init; } = 256;

    /// <summary>One fault, several times.</summary>
    /// <returns>How often callers were not answered, by reason.</returns>
    public Task<IReadOnlyDictionary<string, int>> RunAsync(int seed, int strikes, Func<FaultCluster, Random, Load, INemesis> of) =>
        RunAsync(seed, (cluster, random, load) => [.. Enumerable.Repeat(of(cluster, random, load), strikes)]);

    /// <summary>Several faults, one after the other.</summary>
    /// <returns>How often callers were not answered, by reason.</returns>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(int seed, Func<FaultCluster, Random, Load, INemesis[]> of)
    {
        var random = new Random(seed);
        IReadOnlyDictionary<string, int> faults = new Dictionary<string, int>();
        await RunAsync(new(), [], async (cluster, load) =>
        {
            faults = load.History.Faults;
            load.Play();
            var nemeses = of(cluster, random, load);
            try
            {
                foreach (var (strike, nemesis) in nemeses.Index())
                {
                    await load.History.GrowAsync(Between + random.Next(Between), load.Playing);
                    await StrikeAsync(nemesis, cluster, load, strike);
                }
            }
            finally
            {
                foreach (var nemesis in nemeses.OfType<IDisposable>())
                    nemesis.Dispose();
            }

            await load.History.GrowAsync(Between, load.Playing);
            await load.EndAsync();
            await new Checker(cluster, load, random).CheckAsync();
        });
        return faults;
    }

    /// <summary>Starts a cluster, prepares a load, and says what became of them.</summary>
    /// <param name="more">Further options of every process.</param>
    public async Task RunAsync(LoadPlan plan, string[] more, Func<FaultCluster, Load, Task> play)
    {
        await using var cluster = await FaultCluster.StartAsync(postgres, network, RequestsAtOnce, more);
        try
        {
            using var load = await Load.PrepareAsync(cluster, Clients, plan);
            try
            {
                await play(cluster, load);
            }
            finally
            {
                Say($"{load.History.Acknowledged.Count} operations were acknowledged, {load.Lives.Sum(life => life.Closed)} years closed");
                Say($"not answered: {string.Join(", ", load.History.Faults.OrderBy(fault => fault.Key, StringComparer.Ordinal).Select(fault => $"{fault.Key} {fault.Value}"))}");
                if (nexts.Count > 0)
                    Say($"next success on {nexts.Count} affected grains: p50 {Percentile.Of(nexts, 50).TotalSeconds:0.0} s, p95 {Percentile.Of(nexts, 95).TotalSeconds:0.0} s");
            }
        }
        catch
        {
            Say(cluster.Logs());
            throw;
        }
    }

    /// <summary>Asks each campaign that was on the silo, from now on until it answers.</summary>
    public async Task ProbeAsync(Load load, IReadOnlyDictionary<string, int> hosts, int silo, string name)
    {
        using var late = new CancellationTokenSource(3 * FaultCluster.Recovery);
        await Task.WhenAll(load.Lives
            .Where(life => hosts.TryGetValue(life.Stream(ClusterLife.FirstYear + life.Closed), out var host) && host == silo)
            .Select(life => TimeAsync(() => life.ProbeAsync(ClusterLife.FirstYear + life.Closed, name)))).WaitAsync(late.Token);
    }

    public void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private async Task StrikeAsync(INemesis nemesis, FaultCluster cluster, Load load, int strike)
    {
        var hosts = await cluster.HostsAsync("campaign:");
        var struck = await nemesis.StrikeAsync();
        var probing = struck is { } silo ? ProbeAsync(load, hosts, silo, $"probe-{strike}") : Task.CompletedTask;
        await Task.Delay(nemesis.Lasts);
        await nemesis.HealAsync();
        var recovered = await cluster.RecoverAsync(load.History);
        Say($"{nemesis.GetType().Name}: silo {struck}, for {nemesis.Lasts.TotalSeconds:0} s; all that was due was done {recovered.TotalSeconds:0.0} s after it");
        await probing;
    }

    private void Say(string text) => output.WriteLine(text);

    private async Task TimeAsync(Func<Task> act)
    {
        var began = Stopwatch.GetTimestamp();
        await act();
        lock (nexts)
            nexts.Add(Stopwatch.GetElapsedTime(began));
    }
}
