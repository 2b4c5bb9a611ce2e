using ClusterActors.Journal;
using ClusterActors.Silo;
using ClusterActors.Storage;
using ClusterActors.Storage.Backups;
using ClusterActors.Storage.Postgres;
using ClusterActors.Tests.Journal;
using ClusterActors.Tests.Postgres;
using Npgsql;

namespace ClusterActors.Tests.Backups;

[Collection(PostgresServer.Name)]
public sealed class PostgresBackupTests(PrivatePostgres postgres) : IDisposable
{
    private readonly SqliteFolder backups = new();

    public void Dispose() => backups.Dispose();

    private static Func<BackupFolder, Task<BackupManifest>> Take(TestDatabase of) => backup => PostgresBackup.TakeAsync(of.ConnectionString, backup, Sample.Noon);

    private static StoreAddress Address(TestDatabase database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return StoreAddress.Of(".", $"postgres://{settings.Username}@{settings.Host}:{settings.Port}/{settings.Database}");
    }

    [PostgresFact]
    public async Task a_backup_beside_writers_holds_what_was_acknowledged_before_and_a_restored_one_goes_on()
    {
        var live = await postgres.CreateAsync();
        await using var store = await live.OpenAsync(exclusive: true);
        await BackupContract.HoldsWhatWasAcknowledgedBeforeAsync(store, Take(live), Address(await postgres.CreateEmptyAsync()), backups.Path);
    }

    [PostgresFact]
    public async Task a_backup_that_is_not_whole_is_refused_before_anything_is_written()
    {
        var live = await postgres.CreateAsync();
        await using (var store = await live.OpenAsync())
            await store.Journal.AppendAsync(Sample.Append(History.None("school:hn"), "op-1", events: 3));
        var backup = await BackupContract.TakeAsync(backups.Path, Take(live));
        var empty = await postgres.CreateEmptyAsync();

        await BackupContract.RefusesWhatIsNotWholeAsync(
            backup, Address(empty), async () => await empty.TamperAsync("SELECT to_regclass('events')::text") is DBNull);
    }

    [PostgresFact]
    public async Task nothing_is_restored_where_tables_are()
    {
        var live = await postgres.CreateAsync();
        var backup = await BackupContract.TakeAsync(backups.Path, Take(live));

        var refused = await Assert.ThrowsAsync<JournalException>(async () =>
            await PostgresBackup.RestoreAsync(backup, await backup.CheckAsync(), live.ConnectionString));

        Assert.Equal(StoreFault.RestoreTargetNotEmpty, refused.Code);
    }

    [PostgresFact]
    public async Task everything_that_people_and_grains_left_is_restored_and_the_silos_that_were_there_are_not()
    {
        var live = await postgres.CreateAsync();
        byte[] blob;
        await using (var store = await live.OpenAsync())
        {
            await store.Journal.AppendAsync(Sample.Append(History.None("school:hn"), "op-1").Sending("cluster:8").Showing("school", """{"tên":"Hà Nội"}"""));
            await store.Journal.AppendAsync(Sample.Refusal(History.None("school:refused"), "op-1"));
            await store.People.EnrolAsync(new PersonRecord("p1", "school:hn", "Lan"), Sample.Hash("key"));
            blob = await store.Blobs.PutAsync(Sample.Bytes("text"));
            await live.TamperAsync("INSERT INTO silo_tables (deployment) VALUES ('old')");
        }

        var backup = await BackupContract.TakeAsync(backups.Path, Take(live));
        var target = await postgres.CreateEmptyAsync();
        await PostgresBackup.RestoreAsync(backup, await backup.CheckAsync(), target.ConnectionString);

        await using var restored = await target.OpenAsync();
        Assert.Equal("p1", (await restored.People.FindByKeyAsync(Sample.Hash("key")))?.Person);
        Assert.Equal(Sample.Bytes("text"), await restored.Blobs.FindAsync(blob));
        Assert.Equal(Sample.Bytes("""{"tên":"Hà Nội"}"""), (await restored.Views.FindAsync("school:hn"))?.Document);
        Assert.NotNull(await restored.Views.FindAnswerAsync("school:refused", "op-1"));
        Assert.Equal(0L, await target.TamperAsync("SELECT count(*) FROM silo_tables"));
        Assert.Equal(true, await target.TamperAsync($"SELECT has_table_privilege('{PostgresStore.ApplicationRole}', 'events', 'INSERT')"));
    }

    [PostgresFact]
    public async Task who_may_only_read_can_back_up()
    {
        var live = await postgres.CreateAsync();
        var login = $"reader_{live.Name}";
        await live.TamperAsync($"CREATE ROLE {login} LOGIN; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {login}");
        var connection = new NpgsqlConnectionStringBuilder(live.ConnectionString) { Username = login }.ConnectionString;

        var backup = await BackupContract.TakeAsync(backups.Path, folder => PostgresBackup.TakeAsync(connection, folder, Sample.Noon));

        Assert.Equal(0, (await backup.CheckAsync()).Position);
    }

    [PostgresFact]
    public async Task a_backup_of_an_earlier_release_is_brought_up_to_date()
    {
        var live = await postgres.CreateEmptyAsync();
        await using (var connection = new NpgsqlConnection(live.ConnectionString))
        {
            await connection.OpenAsync();
            await PostgresSchema.MakeAsync(connection, upTo: 4);
        }

        await live.TamperAsync("INSERT INTO meta VALUES ('kind', 'live')");
        Assert.Equal(
            StoreFault.SchemaOutdated,
            (await Assert.ThrowsAsync<JournalException>(() => PostgresBackup.TakeAsync(live.ConnectionString, BackupFolder.Begin(backups.Path, Sample.Noon), Sample.Noon))).Code);
        await (await live.OpenAsync()).DisposeAsync();
        var backup = await BackupContract.TakeAsync(backups.Path, Take(live));
        var manifest = await backup.CheckAsync();
        // As a release before migrations 5 and 6 would have written it; no message lies in the outbox.
        var earlier = manifest with
        {
            Schema = 4,
            Files =
            [
                .. manifest.Files.Where(file => file.Name != "upkeep.copy")
                    .Select(file => file.Name == "outbox.copy" ? file with { Columns = [.. file.Columns!.Except(["sent_at", "trace"])] } : file),
            ],
        };
        var target = await postgres.CreateEmptyAsync();

        await PostgresBackup.RestoreAsync(backup, earlier, target.ConnectionString);

        await using var restored = await target.OpenAsync();
        Assert.Empty(await restored.Upkeep.LatestAsync());
    }
}
