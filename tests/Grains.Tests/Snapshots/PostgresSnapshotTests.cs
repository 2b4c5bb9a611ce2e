using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Tests.Postgres;
using Npgsql;

namespace ClusterActors.Tests.Snapshots;

[Collection(PostgresServer.Name)]
public sealed class PostgresSnapshotTests(PrivatePostgres postgres)
{
    [PostgresFact]
    public async Task the_contract_is_kept()
    {
        var database = await postgres.CreateAsync();
        PostgresStore? store = null;
        await SnapshotStoreContract.KeepsAsync(
            async () => new PostgresSnapshots((store = await database.OpenAsync()).DataSource),
            async () => await store!.DisposeAsync());
        await store!.DisposeAsync();
    }

    [PostgresFact]
    public async Task first_writers_at_once_leave_one_row()
    {
        var database = await postgres.CreateAsync();
        await using var one = await database.OpenAsync();
        await using var other = await database.OpenAsync();

        await SnapshotStoreContract.FirstWritersAsync<Never>(new PostgresSnapshots(one.DataSource), new PostgresSnapshots(other.DataSource));

        Assert.Equal(20L, await database.TamperAsync("SELECT count(*) FROM grain_states"));
    }

    [PostgresFact]
    public async Task the_application_s_role_suffices()
    {
        var database = await postgres.CreateAsync();
        var login = $"snapshots_{database.Name}";
        await database.TamperAsync($"CREATE ROLE {login} LOGIN; GRANT {PostgresStore.ApplicationRole} TO {login}");
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = login });

        await SnapshotStoreContract.KeepsAsync(() => Task.FromResult<ISnapshotStore>(new PostgresSnapshots(source)));
    }
}
