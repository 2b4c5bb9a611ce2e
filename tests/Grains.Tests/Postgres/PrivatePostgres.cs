using System.Globalization;
using ClusterActors.Storage.Postgres;
using Npgsql;

namespace ClusterActors.Tests.Postgres;

/// <summary>A server of the tests' own, and databases on it.</summary>
public sealed class PrivatePostgres : PostgresProcess
{
    private TestDatabase? prepared;
    private TestDatabase? reused;
    private int databases;

    /// <summary>An empty database.</summary>
    public Task<TestDatabase> CreateEmptyAsync() => CreateAsync("template0");

    /// <summary>A database with the tables of a live store; they are made once.</summary>
    public async Task<TestDatabase> CreateAsync()
    {
        if (prepared is null)
        {
            prepared = await CreateEmptyAsync();
            await (await prepared.OpenAsync()).DisposeAsync();
        }

        return await CreateAsync(prepared.Name);
    }

    /// <summary>
    /// One database for tests that come one after the other and do nothing to its tables: as good as new, for a tenth of the time.
    /// </summary>
    public async Task<TestDatabase> EmptiedAsync()
    {
        reused ??= await CreateAsync();
        await reused.TamperAsync("""
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
            BEGIN;
            ALTER TABLE events DISABLE TRIGGER USER; ALTER TABLE operations DISABLE TRIGGER USER;
            ALTER TABLE streams DISABLE TRIGGER USER; ALTER TABLE checkpoints DISABLE TRIGGER USER;
            DELETE FROM events; DELETE FROM operations; DELETE FROM streams; DELETE FROM checkpoints;
            DELETE FROM outbox; DELETE FROM views; DELETE FROM people; DELETE FROM api_keys; DELETE FROM blobs; DELETE FROM upkeep;
            ALTER TABLE events ENABLE ALWAYS TRIGGER events_stand, ENABLE ALWAYS TRIGGER events_keep;
            ALTER TABLE operations ENABLE ALWAYS TRIGGER operations_stand, ENABLE ALWAYS TRIGGER operations_keep;
            ALTER TABLE checkpoints ENABLE ALWAYS TRIGGER checkpoints_stand, ENABLE ALWAYS TRIGGER checkpoints_keep, ENABLE ALWAYS TRIGGER checkpoints_follow;
            ALTER TABLE streams ENABLE ALWAYS TRIGGER streams_stand, ENABLE ALWAYS TRIGGER streams_keep, ENABLE ALWAYS TRIGGER streams_only_rise;
            COMMIT
            """);
        return reused;
    }

    private async Task<TestDatabase> CreateAsync(string template)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref databases)}");
        await ExecuteAsync(ConnectionString("postgres"), $"CREATE DATABASE {name} TEMPLATE {template}");
        return new TestDatabase(name, ConnectionString(name));
    }

    /// <summary>A database of which nothing but its log lies outside <paramref name="folder"/>.</summary>
    public async Task<TestDatabase> CreateOnAsync(string folder)
    {
        await ExecuteAsync(ConnectionString("postgres"), $"CREATE TABLESPACE small LOCATION '{folder}'");
        return await CreateAsync("template0 TABLESPACE small");
    }

    /// <summary>Ends a session and takes the store's lock before anybody else can.</summary>
    public static async Task<NpgsqlConnection> UsurpAsync(TestDatabase database, int serverProcess)
    {
        var usurper = new NpgsqlConnection($"{database.ConnectionString};Pooling=false;Application Name=usurper");
        await usurper.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT pg_terminate_backend({serverProcess}); SELECT pg_advisory_lock({StoreLocks.Store})", usurper);
        await command.ExecuteNonQueryAsync();
        return usurper;
    }
}

/// <summary>One server for all tests that do it no harm.</summary>
[CollectionDefinition(Name)]
public sealed class PostgresServer : ICollectionFixture<PrivatePostgres>
{
    public const string Name = "PostgreSQL";
}
