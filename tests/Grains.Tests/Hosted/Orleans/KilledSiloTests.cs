using ClusterActors.Storage;
using ClusterActors.Tests.EntityTests;
using ClusterActors.Tests.Journal;
using ClusterActors.Tests.WholeYear;

namespace ClusterActors.Tests.Hosted;

/// <summary>
/// The year on a cluster of three silos of which one is killed on each of its days. The test cluster's kill ends a silo's
/// connections and grains at once; a process that is gone without a word is the matter of the system tests.
/// </summary>
public sealed class KilledSiloTests
{
    private const int Silos = 3;

    [CiFact]
    public async Task a_year_in_which_a_silo_is_killed_every_day_ends_like_an_undisturbed_one()
    {
        using var folder = new SqliteFolder();
        var bell = new AppendBell();
        await using var store = new WatchedStore(folder.Open(TimeProvider.System), bell);
        await EndsUndisturbedAsync(store, () => Task.FromResult<IStore>(store), bell, seed: 0);
    }

    /// <param name="store">Where the outcome is read.</param>
    /// <param name="open">The store of a silo.</param>
    internal static async Task EndsUndisturbedAsync(IStore store, Func<Task<IStore>> open, AppendBell bell, int seed)
    {
        var (time, pure) = (new SettableTime(), new MailLoop());
        await new Year2020(pure).RunAsync();
        await using (var cluster = await OrleansHost.StartAsync(Silos, open, time))
        {
            var killer = new SiloKiller(new HostedWorld(cluster, store, bell, time), cluster, bell, pure.Told, seed);
            await new Year2020(killer).RunAsync();
            Assert.Equal(pure.Told.Count, killer.Killed);
        }

        await Outcome.IsThatOfPureDecidersAsync(store);
    }
}
