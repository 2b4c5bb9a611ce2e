using ClusterActors.Journal;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ClusterActors.Storage.Sqlite;

/// <summary>Which of the stable codes an exception of the driver stands for.</summary>
internal static class SqliteFault
{
    public static JournalException Closed() => new(StoreFault.StoreClosed, "The store has been closed.");

    /// <summary>Of a write whose transaction was rolled back.</summary>
    /// <param name="otherwise">The code when it is not the medium that failed.</param>
    public static JournalException OfWrite(Exception e, string otherwise) => e switch
    {
        JournalException fault => fault,
        SqliteException { SqliteErrorCode: var code } when IsMedium(code) =>
            new JournalException(StoreFault.StorageUnavailable, $"Nothing was written: {e.Message}", e),
        _ => new JournalException(otherwise, $"Nothing was written: {e.Message}", e),
    };

    private static bool IsMedium(int code) => code
        is raw.SQLITE_FULL or raw.SQLITE_IOERR or raw.SQLITE_READONLY or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_CANTOPEN
        or raw.SQLITE_PERM or raw.SQLITE_NOMEM or raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_PROTOCOL;
}
