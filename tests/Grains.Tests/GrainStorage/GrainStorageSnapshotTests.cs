using ClusterActors.Storage;
using ClusterActors.Storage.Sqlite;
using ClusterActors.Tests.Journal;
using ClusterActors.Tests.Postgres;
using ClusterActors.Tests.Snapshots;
using Orleans.Storage;

namespace ClusterActors.Tests.GrainStorage;

/// <summary>Snapshots through Orleans' ADO.NET storage, over this project's tables and statements.</summary>
[Collection(PostgresServer.Name)]
public sealed class GrainStorageSnapshotTests(PrivatePostgres postgres)
{
    [Fact]
    public async Task the_contract_is_kept_on_sqlite()
    {
        using var folder = new SqliteFolder();
        await using var journal = folder.Open(TimeProvider.System);
        await KeepsAsync(journal, folder.Path);
    }

    [PostgresFact]
    public async Task the_contract_is_kept_on_postgres()
    {
        var database = await postgres.CreateAsync();
        await using var journal = await database.OpenAsync();
        await KeepsAsync(journal, folder: "");
    }

    [Fact]
    public async Task of_first_writers_at_once_on_sqlite_one_gets_through()
    {
        using var folder = new SqliteFolder();
        await using var journal = folder.Open(TimeProvider.System);
        await using var one = await SnapshotSilo.StartAsync(journal, folder.Path);
        await using var other = await SnapshotSilo.StartAsync(journal, folder.Path);
        await SnapshotStoreContract.FirstWritersAsync<InconsistentStateException>(one.Store, other.Store);
    }

    [PostgresFact]
    public async Task of_first_writers_at_once_on_postgres_one_gets_through_and_there_is_one_row()
    {
        var database = await postgres.CreateAsync();
        await using var first = await database.OpenAsync();
        await using var second = await database.OpenAsync();
        await using var one = await SnapshotSilo.StartAsync(first, "");
        await using var other = await SnapshotSilo.StartAsync(second, "");

        await SnapshotStoreContract.FirstWritersAsync<InconsistentStateException>(one.Store, other.Store);

        Assert.Equal(20L, await database.TamperAsync("SELECT count(*) FROM grain_states"));
    }

    [PostgresFact]
    public async Task a_first_write_of_what_another_has_written_meanwhile_is_refused_by_the_statement_itself()
    {
        var database = await postgres.CreateAsync();
        await using var journal = await database.OpenAsync();
        var write = (string)(await database.TamperAsync("SELECT querytext FROM orleansquery WHERE querykey = 'WriteToStorageKey'"))!;
        write = write
            .Replace("@ServiceId", "'s'", StringComparison.Ordinal)
            .Replace("@GrainTypeString", "'k'", StringComparison.Ordinal)
            .Replace("@GrainIdN0", "0", StringComparison.Ordinal)
            .Replace("@GrainIdN1", "0", StringComparison.Ordinal)
            .Replace("@GrainIdExtensionString", "'key'", StringComparison.Ordinal)
            .Replace("@PayloadBinary", "''::bytea", StringComparison.Ordinal);
        string With(string etag) => write.Replace("@GrainStateVersion", etag, StringComparison.Ordinal);

        Assert.Null(await database.TamperAsync(With("1")));
        Assert.Equal(1, await database.TamperAsync(With("NULL")));
        Assert.Null(await database.TamperAsync(With("NULL")));
        Assert.Equal(2, await database.TamperAsync(With("1")));
        Assert.Null(await database.TamperAsync(With("1")));
    }

    [Fact]
    public async Task both_builds_find_what_the_other_has_kept()
    {
        using var folder = new SqliteFolder();
        await using var journal = folder.Open(TimeProvider.System);
        await using (var silo = await SnapshotSilo.StartAsync(journal, folder.Path))
            await silo.Store.KeepAsync("school:hn", [1]);

        using (var local = new SqliteSnapshots(folder.Path))
        {
            Assert.Equal([1], await local.FindAsync("school:hn"));
            await local.KeepAsync("school:hn", [2]);
        }

        await using var again = await SnapshotSilo.StartAsync(journal, folder.Path);
        Assert.Equal([2], await again.Store.FindAsync("school:hn"));
    }

    private static async Task KeepsAsync(IStore journal, string folder)
    {
        SnapshotSilo? silo = null;
        await SnapshotStoreContract.KeepsAsync(
            async () => (silo = await SnapshotSilo.StartAsync(journal, folder)).Store,
            async () => await silo!.DisposeAsync());
        await silo!.DisposeAsync();
    }
}
