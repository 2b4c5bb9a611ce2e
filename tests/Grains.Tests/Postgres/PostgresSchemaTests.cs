using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Tests.Journal;
using Npgsql;

namespace ClusterActors.Tests.Postgres;

/// <summary>Migrations, kinds, and who may open and change what.</summary>
[Collection(PostgresServer.Name)]
public sealed class PostgresSchemaTests(PrivatePostgres postgres)
{
    private static async Task<string> FaultAsync(Func<Task> open) => (await Assert.ThrowsAsync<JournalException>(open)).Code;

    [PostgresFact]
    public async Task processes_that_start_at_once_on_an_empty_database_make_its_tables_once()
    {
        var database = await postgres.CreateEmptyAsync();

        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => database.OpenAsync())));
        for (var i = 0; i < stores.Length; i++)
            Assert.IsType<AppendResult.Appended>(await stores[i].Journal.AppendAsync(Sample.Append(History.None($"school:s{i}"), "op-1")));
        await Task.WhenAll(stores.Select(store => store.DisposeAsync().AsTask()));

        Assert.Equal((long)Migration.All.Count, await database.TamperAsync("SELECT count(*) FROM schema_migrations"));
    }

    [PostgresFact]
    public async Task a_database_of_a_later_release_is_not_opened()
    {
        var database = await postgres.CreateAsync();
        await database.TamperAsync("INSERT INTO schema_migrations (number, name, checksum) VALUES (9999, 'later', '')");

        Assert.Equal(StoreFault.SchemaTooNew, await FaultAsync(() => database.OpenAsync()));
    }

    [PostgresFact]
    public async Task a_migration_that_was_applied_in_another_form_is_refused()
    {
        var database = await postgres.CreateAsync();
        await database.TamperAsync("UPDATE schema_migrations SET checksum = '\\x00'");

        Assert.Equal(StoreFault.SchemaChanged, await FaultAsync(() => database.OpenAsync()));
    }

    [PostgresFact]
    public async Task a_database_stays_of_the_kind_it_was_made()
    {
        var live = await postgres.CreateAsync();
        var play = await postgres.CreateEmptyAsync();
        await (await play.OpenAsync(kind: FolderKind.Play)).DisposeAsync();

        Assert.Equal(StoreFault.DataFolderIsLive, await FaultAsync(() => live.OpenAsync(kind: FolderKind.Play)));
        Assert.Equal(StoreFault.DataFolderIsPlay, await FaultAsync(() => play.OpenAsync(kind: FolderKind.Live)));
        await (await play.OpenAsync(kind: null)).DisposeAsync();
    }

    [PostgresFact]
    public async Task a_database_without_a_journal_gets_none_from_somebody_who_only_looks()
    {
        var database = await postgres.CreateEmptyAsync();

        Assert.Equal(StoreFault.JournalBroken, await FaultAsync(() => database.OpenAsync(kind: null)));
        Assert.Equal(0L, await database.TamperAsync("SELECT count(*) FROM pg_class WHERE relname = 'events'"));
    }

    [PostgresFact]
    public async Task a_server_that_does_not_answer_is_unavailable()
    {
        var nowhere = new TestDatabase("none", new NpgsqlConnectionStringBuilder(postgres.ConnectionString("none")) { Port = 1 }.ConnectionString);

        Assert.Equal(StoreFault.StorageUnavailable, await FaultAsync(() => nowhere.OpenAsync()));
    }

    [PostgresFact]
    public async Task the_application_works_without_the_owner_s_rights_once_the_owner_has_made_the_tables()
    {
        var database = await postgres.CreateEmptyAsync();
        var login = $"app_{database.Name}";
        await database.TamperAsync($"CREATE ROLE {login} LOGIN");
        var application = database with
        {
            ConnectionString = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = login }.ConnectionString,
        };
        Assert.Equal(StoreFault.SchemaOutdated, await FaultAsync(() => application.OpenAsync()));

        await (await database.OpenAsync()).DisposeAsync();
        await database.TamperAsync($"GRANT {PostgresStore.ApplicationRole} TO {login}");
        await using var store = await application.OpenAsync(exclusive: true);
        var append = Sample.Append(History.None("school:hn"), "op-1").Sending("cluster:8").Showing("school", "x");
        Assert.IsType<AppendResult.Appended>(await store.Journal.AppendAsync(append));
        Assert.Single(await store.Outbox.LeaseAsync(Sample.Noon, TimeSpan.FromSeconds(30), 10));
        Assert.Equal(1, (await store.Checkpoints.MakeAsync()).Position);
        Assert.True(await store.People.EnrolAsync(new PersonRecord("p1", "school:hn", "Lan"), Sample.Hash("key")));
        await store.People.EraseAsync("p1");
        await store.Blobs.EraseAsync(await store.Blobs.PutAsync(Sample.Bytes("text")));
    }

    [PostgresFact]
    public async Task a_database_whose_role_came_after_its_tables_or_whose_grants_were_not_restored_gets_them_at_the_next_start()
    {
        var database = await postgres.CreateAsync();
        await database.TamperAsync($"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {PostgresStore.ApplicationRole}");

        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.OpenAsync())));

        for (var i = 0; i < stores.Length; i++)
        {
            Assert.IsType<AppendResult.Appended>(await stores[i].Journal.AppendAsync(Sample.Append(History.None($"school:s{i}"), "op-1")));
            await stores[i].DisposeAsync();
        }
    }

    public static TheoryData<string> Changes =>
    [
        "UPDATE events SET payload = ''", "UPDATE events SET position = 7 WHERE position = 1", "DELETE FROM events", "TRUNCATE events",
        "UPDATE operations SET answer = ''", "DELETE FROM operations", "TRUNCATE operations",
        "UPDATE checkpoints SET position = 0", "DELETE FROM checkpoints", "TRUNCATE checkpoints",
        "INSERT INTO checkpoints SELECT n + 2, position, root, prev FROM checkpoints",
        "UPDATE streams SET version = version - 1", "UPDATE streams SET hash = decode(repeat('00', 32), 'hex')", "DELETE FROM streams", "TRUNCATE streams",
        "UPDATE streams SET stream = 'school:other'",
    ];

    [PostgresTheory, MemberData(nameof(Changes))]
    public async Task what_was_written_stands_for_the_application_and_for_the_owner(string change)
    {
        var database = await postgres.EmptiedAsync();
        await using var store = await database.OpenAsync();
        await store.Journal.AppendAsync(Sample.Append(History.None("school:hn"), "op-1", events: 2));
        await store.Checkpoints.MakeAsync();

        var owner = await Assert.ThrowsAsync<PostgresException>(() => database.TamperAsync(change));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, owner.SqlState);
        var replica = await Assert.ThrowsAsync<PostgresException>(() => database.TamperAsync($"SET session_replication_role = replica; {change}"));
        Assert.Equal(PostgresErrorCodes.RestrictViolation, replica.SqlState);
        var application = await Assert.ThrowsAsync<PostgresException>(() => database.TamperAsync($"SET ROLE {PostgresStore.ApplicationRole}; {change}"));
        Assert.Contains(application.SqlState, new[] { PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.RestrictViolation });
        if (!change.Contains("streams", StringComparison.Ordinal) && !change.StartsWith("INSERT", StringComparison.Ordinal))
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, application.SqlState);
        Assert.Empty(await Verification.RunAsync(store.Reader));
    }

    [PostgresFact]
    public async Task the_store_itself_works_as_the_application_s_role()
    {
        var database = await postgres.CreateAsync();
        await using var store = await database.OpenAsync();

        var refused = await Assert.ThrowsAsync<JournalException>(() => store.Writer.WriteAsync(
            async connection => await store.Writer.Settings.Begin(connection).Add("DROP TRIGGER events_stand ON events").ExecuteNonQueryAsync(),
            CancellationToken.None));

        Assert.Equal(StoreFault.WriteFailed, refused.Code);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }
}
