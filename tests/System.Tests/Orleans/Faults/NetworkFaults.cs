namespace ClusterActors.Tests.Faults;

/// <summary>One silo and the two others do not hear each other, or only one side does; all of them reach the database.</summary>
internal sealed class SplitSilos(FaultCluster cluster, TestNetwork network, Random random) : INemesis
{
    private readonly List<(string From, string To)> cuts = [];

    public TimeSpan Lasts { get; private set; }

    public async Task<int?> StrikeAsync()
    {
        Lasts = TimeSpan.FromSeconds(random.Next(10, 21));
        var silo = random.Next(cluster.Silos.Count);
        var (inward, outward) = random.Next(3) switch { 0 => (true, false), 1 => (false, true), _ => (true, true) };
        foreach (var other in Enumerable.Range(0, cluster.Silos.Count).Where(other => other != silo))
        {
            var (one, two) = (TestNetwork.Silo(silo), TestNetwork.Silo(other));
            if (outward)
                cuts.Add((one, two));
            if (inward)
                cuts.Add((two, one));
        }

        foreach (var (from, to) in cuts)
            await network.CutAsync(from, to);
        return silo;
    }

    public async Task HealAsync()
    {
        foreach (var (from, to) in cuts)
            await network.MendAsync(from, to);
        cuts.Clear();
    }
}

/// <summary>One silo and the database, in which membership is kept too, do not hear each other; the silos do.</summary>
internal sealed class CutFromDatabase(FaultCluster cluster, TestNetwork network, Random random) : INemesis
{
    private string silo = "";

    public TimeSpan Lasts { get; private set; }

    public async Task<int?> StrikeAsync()
    {
        Lasts = TimeSpan.FromSeconds(random.Next(10, 21));
        var number = random.Next(cluster.Silos.Count);
        silo = TestNetwork.Silo(number);
        await network.CutAsync(silo, TestNetwork.Server);
        await network.CutAsync(TestNetwork.Server, silo);
        return number;
    }

    public async Task HealAsync()
    {
        await network.MendAsync(silo, TestNetwork.Server);
        await network.MendAsync(TestNetwork.Server, silo);
    }
}
