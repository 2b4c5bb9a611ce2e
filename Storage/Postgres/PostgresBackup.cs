using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Storage.Backups;
using Npgsql;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

/// <summary>
/// Every table that the system owns, as COPY writes it, in one snapshot of the database: nobody waits for it and it waits for
/// nobody, and the right to read is all that it needs. Left out are tables that the migrations fill, snapshots, which are a cache,
/// and membership, in which a restored database would find silos that are not there.
/// </summary>
public static class PostgresBackup
{
    private const string Extension = ".copy";

    private const string TablesSql = """
        SELECT c.relname, (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute AS a
                           WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')
        FROM pg_class AS c
        WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
          AND c.relname <> ALL (ARRAY['schema_migrations', 'orleansquery', 'silo_tables', 'silos', 'grain_states'])
        ORDER BY c.relname
        """;

    private const string IdentitiesSql = """
        SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), (SELECT coalesce(max(%I), 0) + 1 FROM %I), false)',
                      quote_ident(c.relname), a.attname, a.attname, c.relname)
        FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid
        WHERE a.attidentity <> '' AND c.relnamespace = current_schema()::regnamespace
        """;

    /// <exception cref="JournalException"><c>schema_outdated</c>, <c>schema_too_new</c>, <c>journal_broken</c>, <c>storage_unavailable</c></exception>
    public static async Task<BackupManifest> TakeAsync(string connectionString, BackupFolder backup, DateTimeOffset now, CancellationToken cancel = default)
    {
        try
        {
            await using var connection = await OpenAsync(connectionString, cancel);
            await PostgresSchema.CheckAsync(connection);
            await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
            await connection.RunAsync("SET TRANSACTION READ ONLY", cancel);
            var tables = await TablesAsync(connection, cancel);
            // As long as they are read nobody can change them into other tables.
            await connection.RunAsync($"LOCK TABLE {string.Join(", ", tables.Select(table => Quoted(table.Name)))} IN ACCESS SHARE MODE", cancel);

            var position = (long)(await connection.ScalarAsync("SELECT coalesce(max(position), 0) FROM events", cancel))!;
            var kind = (string)(await connection.ScalarAsync("SELECT value FROM meta WHERE name = 'kind'", cancel))!;
            var schema = (int)(await connection.ScalarAsync("SELECT max(number) FROM schema_migrations", cancel))!;
            var checkpoint = await LatestAsync(connection, cancel);
            var files = new List<BackupFile>();
            foreach (var (name, columns) in tables)
            {
                await CopyOutAsync(connection, name, columns, backup.At(name + Extension), cancel);
                files.Add(await backup.DescribeAsync(name + Extension, columns, cancel));
            }

            return new()
            {
                Store = BackupManifest.Postgres,
                Kind = kind,
                Schema = schema,
                Release = Release.Name,
                TakenAt = now,
                Position = position,
                Checkpoint = checkpoint,
                Files = files,
            };
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            throw new JournalException(StoreFault.StorageUnavailable, $"The database cannot be backed up: {e.Message}", e);
        }
    }

    /// <summary>Puts a checked backup into a database without tables, all of it in one transaction.</summary>
    /// <exception cref="JournalException">
    /// <c>restore_target_not_empty</c>, <c>schema_too_new</c>, <c>schema_outdated</c>, <c>storage_unavailable</c>
    /// </exception>
    public static async Task RestoreAsync(BackupFolder backup, BackupManifest manifest, string connectionString, CancellationToken cancel = default)
    {
        try
        {
            await using var connection = await OpenAsync(connectionString, cancel);
            await using (var transaction = await connection.BeginTransactionAsync(cancel))
            {
                await connection.RunAsync($"SELECT pg_advisory_xact_lock({StoreLocks.Migration.ToString(CultureInfo.InvariantCulture)})", cancel);
                if (await connection.ScalarAsync("SELECT EXISTS (SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace)", cancel) is true)
                    throw new JournalException(StoreFault.RestoreTargetNotEmpty, $"There are tables in the database '{connection.Database}' already.");
                await PostgresSchema.MakeAsync(connection, manifest.Schema);
                foreach (var file in manifest.Files)
                    await CopyInAsync(connection, file.Name[..^Extension.Length], file.Columns ?? [], backup.At(file.Name), cancel);
                foreach (var next in await connection.TextsAsync(IdentitiesSql, cancel))
                    await connection.RunAsync(next, cancel);
                await transaction.CommitAsync(cancel);
            }

            // Later migrations, roles and their rights.
            await PostgresSchema.PrepareAsync(connection, kind: null);
        }
        catch (Exception e) when (e is NpgsqlException or TimeoutException)
        {
            throw new JournalException(StoreFault.StorageUnavailable, $"The database cannot be restored: {e.Message}", e);
        }
    }

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString, CancellationToken cancel)
    {
        // A table takes as long as it takes.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { CommandTimeout = 0, Pooling = false };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static async Task<List<(string Name, string[] Columns)>> TablesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(TablesSql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.RowsAsync(row => (row.GetString(0), row.GetFieldValue<string[]>(1)), cancel);
    }

    private static async Task<BackupCheckpoint?> LatestAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(PostgresCheckpoints.LatestSql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return (await reader.RowsAsync(PostgresCheckpoints.Read, cancel)).Select(BackupCheckpoint.Of).FirstOrDefault();
    }

    private static async Task CopyOutAsync(NpgsqlConnection connection, string table, string[] columns, string file, CancellationToken cancel)
    {
        // A checkpoint is taken back only behind the one before, and events are read in their order.
        var order = table switch { "checkpoints" => " ORDER BY n", "events" => " ORDER BY position", _ => "" };
        await using var rows = await connection.BeginRawBinaryCopyAsync(
            $"COPY (SELECT {Quoted(columns)} FROM {Quoted(table)}{order}) TO STDOUT (FORMAT BINARY)", cancel);
        await using var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        await rows.CopyToAsync(to, cancel);
        to.Flush(flushToDisk: true);
    }

    private static async Task CopyInAsync(
        NpgsqlConnection connection, string table, IReadOnlyList<string> columns, string file, CancellationToken cancel)
    {
        await using var from = File.OpenRead(file);
        await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY {Quoted(table)} ({Quoted(columns)}) FROM STDIN (FORMAT BINARY)", cancel);
        await from.CopyToAsync(rows, cancel);
    }

    private static string Quoted(IEnumerable<string> columns) => string.Join(", ", columns.Select(Quoted));

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static async Task RunAsync(this NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task<object?> ScalarAsync(this NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancel);
    }

    private static async Task<List<string>> TextsAsync(this NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.RowsAsync(row => row.GetString(0), cancel);
    }
}
