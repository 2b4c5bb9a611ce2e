using ClusterActors.Storage;
using ClusterActors.Tests.EntityTests;
using ClusterActors.Tests.Journal;
using ClusterActors.Tests.WholeYear;

namespace ClusterActors.Tests.Hosted;

/// <summary>The year of <see cref="WholeYearTests"/> through grain calls, over SQLite.</summary>
public abstract class HostedYearTests
{
    private protected abstract Task<IGrainHost> StartAsync(IStore store, TimeProvider clock);

    [Fact]
    public async Task the_year_of_grains_writes_what_the_year_of_pure_deciders_decides()
    {
        using var folder = new SqliteFolder();
        var (bell, time) = (new AppendBell(), new SettableTime());
        await using var store = new WatchedStore(folder.Open(TimeProvider.System), bell);
        await using (var host = await StartAsync(store, time))
            await new Year2020(new HostedWorld(host, store, bell, time)).RunAsync();

        await Outcome.IsThatOfPureDecidersAsync(store);
    }
}
