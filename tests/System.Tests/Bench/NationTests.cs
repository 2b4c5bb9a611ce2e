using ClusterActors.Bench;
using ClusterActors.Bench.Scale;
using ClusterActors.Campaigns;
using ClusterActors.Journal;
using ClusterActors.Storage.Sqlite;

namespace ClusterActors.Tests.Bench;

/// <summary>The made-up nation that the bench measures: what it measures must be what a real one would leave behind.</summary>
public sealed class NationTests : IDisposable
{
    private const int Schools = 23;
    private const int Clusters = 5;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task its_journal_verifies_and_its_views_agree()
    {
        await using var store = SqliteStore.Open(new() { Folder = folder.Path });
        foreach (var append in new Nation(new(Schools, Clusters)).Appends())
            Assert.IsType<AppendResult.Appended>(await store.Journal.AppendAsync(append));

        Assert.Empty(await Verification.RunAsync(store.Reader));
        var standings = await store.National.ClustersOfAsync(Nation.Year, new(Nation.Year, 3, 1));
        Assert.Equal([Phase.PactOpen, Phase.SelfScoring, Phase.CrossInspection, Phase.Nominated, Phase.Nominated], standings.Select(s => s.Phase!.Value));
        Assert.Equal(Schools, standings.Sum(s => s.Members));
        Assert.Equal(standings.TakeLast(2).Sum(s => s.Members), (await store.National.ScoresOfAsync(Nation.Year)).Count);
        Assert.Equal(4, (await store.National.AwardsOfAsync(Nation.Year)).Count);
        Assert.All(await store.National.OfficersOfAsync(Nation.Year), officers => Assert.Equal(OfficerStanding.InOffice, officers.Standing));
        Assert.Equal(Schools, (await store.National.SearchSchoolsAsync("truong", null, 100)).Schools.Count);
    }

    [Fact]
    public void it_is_the_same_each_time() =>
        Assert.Equal(Hashes(), Hashes());

    private static List<string> Hashes() =>
        [.. new Nation(new(Schools, Clusters)).Appends().SelectMany(append => append.Events).Select(e => Convert.ToHexString(e.Hash))];
}
