using ClusterActors.Journal;
using Npgsql;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

/// <summary>
/// Makes or completes the tables, and makes sure that they are this release's and of the right kind. Everything happens in one
/// transaction under a lock, so several processes may start at once and a start that fails leaves nothing half done.
/// </summary>
internal static class PostgresSchema
{
    private const int OldestServer = 15;

    public static async Task PrepareAsync(NpgsqlConnection connection, FolderKind? kind)
    {
        if (connection.PostgreSqlVersion.Major < OldestServer)
            throw new JournalException(
                StoreFault.StorageUnavailable, $"PostgreSQL {OldestServer} or later is needed; the server is {connection.PostgreSqlVersion}.");
        if (await PendingAsync(connection) is { Count: > 0 })
            await MigrateLockedAsync(connection, kind);
        await CheckKindAsync(connection, kind);
        await GrantAsync(connection);
    }

    /// <summary>In the caller's transaction, the tables as of one migration, for what was backed up from them.</summary>
    public static async Task MakeAsync(NpgsqlConnection connection, int upTo)
    {
        if (upTo > Migration.All[^1].Number)
            throw new JournalException(StoreFault.SchemaTooNew, $"The backup has schema {upTo}; this release knows up to {Migration.All[^1].Number}.");
        await ApplyAsync(connection, Migration.All.Where(migration => migration.Number <= upTo));
    }

    /// <summary>Changes nothing; for those who only read.</summary>
    public static async Task CheckAsync(NpgsqlConnection connection)
    {
        var pending = await PendingAsync(connection);
        if (pending.Count == Migration.All.Count)
            throw new JournalException(StoreFault.JournalBroken, $"The database '{connection.Database}' holds no journal.");
        if (pending.Count > 0)
            throw new JournalException(StoreFault.SchemaOutdated, $"The tables lack migration {pending[0].Number}: no server of this release has been started on them yet.");
        await CheckKindAsync(connection, kind: null);
    }

    /// <summary>Whether this session may work as the application's role; otherwise it works as what it is.</summary>
    public static async Task<bool> HasRoleAsync(NpgsqlConnection connection) => (bool)(await ScalarAsync(
        connection,
        $"SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '{PostgresStore.ApplicationRole}' AND pg_has_role(current_user, oid, 'MEMBER'))"))!;

    /// <summary>The lock is taken before the transaction begins: one that waited inside would not see the tables made meanwhile.</summary>
    private static async Task MigrateLockedAsync(NpgsqlConnection connection, FolderKind? kind)
    {
        await ExecuteAsync(connection, "SELECT pg_advisory_lock($1)", Value(StoreLocks.Migration));
        try
        {
            await MigrateAsync(connection, kind);
        }
        finally
        {
            if (connection.State == System.Data.ConnectionState.Open)
                await ExecuteAsync(connection, "SELECT pg_advisory_unlock($1)", Value(StoreLocks.Migration));
        }
    }

    private static async Task MigrateAsync(NpgsqlConnection connection, FolderKind? kind)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var pending = await PendingAsync(connection);
        var isNew = pending.Count == Migration.All.Count;
        if (isNew && kind is null)
            throw new JournalException(StoreFault.JournalBroken, $"The database '{connection.Database}' holds no journal.");
        try
        {
            await ApplyAsync(connection, pending);
            if (isNew)
                await ExecuteAsync(connection, "INSERT INTO meta (name, value) VALUES ('kind', $1)", Value(Name(kind!.Value)));
            if (pending.Count > 0)
                await ExecuteAsync(connection, Migration.Roles);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new JournalException(StoreFault.SchemaOutdated, $"The tables have to be made or changed by their owner first: {e.MessageText}", e);
        }

        await transaction.CommitAsync();
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, IEnumerable<Migration> migrations)
    {
        await ExecuteAsync(connection, """
            CREATE TABLE IF NOT EXISTS schema_migrations (
              number integer PRIMARY KEY, name text NOT NULL, checksum bytea NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())
            """);
        foreach (var migration in migrations)
        {
            await ExecuteAsync(connection, migration.Sql);
            await ExecuteAsync(
                connection,
                "INSERT INTO schema_migrations (number, name, checksum) VALUES ($1, $2, $3)",
                Value(migration.Number), Value(migration.Name), Value(migration.Checksum));
        }
    }

    /// <summary>After a restore, where the tables are and the role or its grants are not, and when the role came after the tables.</summary>
    private static async Task GrantAsync(NpgsqlConnection connection)
    {
        var wanting = await ScalarAsync(connection, $"""
            SELECT pg_has_role(current_user, relowner, 'USAGE') FROM pg_class
            WHERE oid = 'events'::regclass
              AND NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{PostgresStore.ApplicationRole}' AND has_table_privilege(oid, 'events', 'INSERT'))
            """);
        if (wanting is true)
            await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({StoreLocks.Migration}); {Migration.Roles}");
    }

    private static async Task<List<Migration>> PendingAsync(NpgsqlConnection connection)
    {
        if (await ScalarAsync(connection, "SELECT to_regclass('schema_migrations')::text") is not string)
            return [.. Migration.All];
        var applied = new Dictionary<int, byte[]>();
        await using (var command = new NpgsqlCommand("SELECT number, checksum FROM schema_migrations ORDER BY number", connection))
        {
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                applied.Add(reader.GetInt32(0), reader.Bytes(1));
        }

        var newest = Migration.All[^1].Number;
        if (applied.Keys.Any(number => number > newest))
            throw new JournalException(StoreFault.SchemaTooNew, $"The database has schema {applied.Keys.Max()}; this release knows up to {newest}.");
        foreach (var known in Migration.All)
        {
            if (applied.TryGetValue(known.Number, out var checksum) && !checksum.AsSpan().SequenceEqual(known.Checksum))
                throw new JournalException(StoreFault.SchemaChanged, $"Migration {known.Number} was applied in another form than this release has.");
        }

        return [.. Migration.All.Where(known => !applied.ContainsKey(known.Number))];
    }

    private static async Task CheckKindAsync(NpgsqlConnection connection, FolderKind? kind)
    {
        var actual = await ScalarAsync(connection, "SELECT value FROM meta WHERE name = 'kind'") as string
            ?? throw new JournalException(StoreFault.JournalBroken, $"The database '{connection.Database}' does not tell its kind.");
        if (kind is { } wanted && actual != Name(wanted))
            throw new JournalException(
                kind == FolderKind.Live ? StoreFault.DataFolderIsPlay : StoreFault.DataFolderIsLive,
                $"The database '{connection.Database}' is a {actual} one and was to be opened as a {Name(wanted)} one.");
    }

    private static string Name(FolderKind kind) => kind switch
    {
        FolderKind.Live => "live",
        FolderKind.Play => "play",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, params NpgsqlParameter[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(values);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
