namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// What was erased must be gone from the folder and not only from the tables: <c>secure_delete</c> overwrites it in the
/// database, and here the WAL, which still has the old pages, is written back and cut to nothing.
/// </summary>
internal static class Erasure
{
    public static void Finish(SqliteSession session, int erasedRows)
    {
        // A reader at work can hold it up; then the next one that gets through cuts the WAL.
        if (erasedRows > 0)
            session.All("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0));
    }
}
