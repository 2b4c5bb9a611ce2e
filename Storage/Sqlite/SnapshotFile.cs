using System.Globalization;
using ClusterActors.Journal;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// The file of snapshots in a data folder. It holds nothing that is not in the journal: one that cannot be read, or is of
/// another release, is made anew, and anyone may delete it while no process has the folder.
/// </summary>
public static class SnapshotFile
{
    public const string Name = "snapshots.db";

    private const int Version = 1;

    /// <summary>
    /// Orleans' ADO.NET storage reads its statements from a table that must be called orleansquery, by keys and with parameters
    /// and result columns that are its own. A write that gives no row back has met another one.
    /// </summary>
    private const string Tables = """
        CREATE TABLE grain_states (
          service TEXT    NOT NULL,
          kind    TEXT    NOT NULL,
          n0      INTEGER NOT NULL,
          n1      INTEGER NOT NULL,
          key     TEXT    NOT NULL,
          payload BLOB,
          etag    INTEGER NOT NULL,
          PRIMARY KEY (service, kind, n0, n1, key)
        ) STRICT;

        CREATE TABLE orleansquery (
          querykey  TEXT PRIMARY KEY,
          querytext TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;

        INSERT INTO orleansquery (querykey, querytext) VALUES
        ('ReadFromStorageKey', '
          SELECT payload AS PayloadBinary, etag AS Version FROM grain_states
          WHERE (service, kind, n0, n1, key) = (@ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString)'),

        ('WriteToStorageKey', '
          INSERT INTO grain_states (service, kind, n0, n1, key, payload, etag)
          SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString, @PayloadBinary, 1
          WHERE @GrainStateVersion IS NULL OR EXISTS (
            SELECT 1 FROM grain_states
            WHERE (service, kind, n0, n1, key) = (@ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString))
          ON CONFLICT DO UPDATE SET payload = excluded.payload, etag = etag + 1 WHERE etag = @GrainStateVersion
          RETURNING etag AS NewGrainStateVersion'),

        ('ClearStorageKey', '
          UPDATE grain_states SET payload = NULL, etag = etag + 1
          WHERE (service, kind, n0, n1, key, etag)
              = (@ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString, @GrainStateVersion)
          RETURNING etag AS NewGrainStateVersion');
        """;

    /// <returns>The file's path.</returns>
    /// <exception cref="JournalException"><c>storage_unavailable</c>: no file can be made in the folder.</exception>
    public static string Prepare(string folder)
    {
        var file = Path.Combine(folder, Name);
        try
        {
            if (!IsReady(file))
                Make(file);
            return file;
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new JournalException(StoreFault.StorageUnavailable, $"'{file}' cannot be made: {e.Message}", e);
        }
    }

    private static bool IsReady(string file)
    {
        try
        {
            using var session = SqliteSession.ForWriting(file);
            return session.Number("PRAGMA user_version") == Version;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static void Make(string file)
    {
        foreach (var part in (string[])["", "-wal", "-shm"])
            File.Delete(file + part);
        using var session = SqliteSession.ForWriting(file);
        session.Script($"BEGIN; {Tables} PRAGMA user_version = {Version.ToString(CultureInfo.InvariantCulture)}; COMMIT");
    }
}
