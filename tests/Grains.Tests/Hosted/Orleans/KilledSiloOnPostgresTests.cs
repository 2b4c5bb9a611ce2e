using ClusterActors.Storage;
using ClusterActors.Tests.Postgres;

namespace ClusterActors.Tests.Hosted;

/// <summary>The year of <see cref="KilledSiloTests"/> on PostgreSQL, with a store of its own for each silo, as each process has one.</summary>
[Collection(PostgresServer.Name)]
public sealed class KilledSiloOnPostgresTests(PrivatePostgres postgres) : IAsyncLifetime
{
    private readonly AppendBell bell = new();
    private readonly List<IStore> stores = [];
    private TestDatabase database = null!;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 2)];

    public async Task InitializeAsync() => database = await postgres.CreateAsync();

    // A killed silo's store is left as it is until here: it gives nothing back.
    public async Task DisposeAsync()
    {
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [PostgresCiTheory, MemberData(nameof(Seeds))]
    public async Task a_year_in_which_a_silo_is_killed_every_day_ends_like_an_undisturbed_one(int seed) =>
        await KilledSiloTests.EndsUndisturbedAsync(await OpenAsync(), OpenAsync, bell, seed);

    private async Task<IStore> OpenAsync()
    {
        var store = new WatchedStore(await database.OpenAsync(), bell);
        stores.Add(store);
        return store;
    }
}
