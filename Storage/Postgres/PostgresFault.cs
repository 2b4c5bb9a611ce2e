using ClusterActors.Journal;
using Npgsql;

namespace ClusterActors.Storage.Postgres;

/// <summary>What an exception of the driver says about a write, and which of the stable codes it stands for.</summary>
internal static class PostgresFault
{
    private const string IdleInTransactionSessionTimeout = "25P03";

    public static JournalException Closed() => new(StoreFault.StoreClosed, "The store has been closed.");

    public static JournalException Unavailable(Exception e) => e as JournalException
        ?? new JournalException(StoreFault.StorageUnavailable, $"Nothing was written: {e.Message}", e);

    public static JournalException Unknown(Exception e) =>
        new(StoreFault.OutcomeUnknown, $"The connection was lost during the commit: {e.Message}", e);

    public static JournalException Unreadable(Exception e) => e as JournalException
        ?? new JournalException(StoreFault.StorageUnavailable, $"The store cannot be read: {e.Message}", e);

    /// <summary>Of a write whose transaction was rolled back.</summary>
    /// <param name="otherwise">The code when it is not the server that is in trouble.</param>
    public static JournalException OfWrite(Exception e, string otherwise) => e switch
    {
        JournalException fault => fault,
        _ when IsLost(e) || IsTrouble(e) => Unavailable(e),
        _ => new JournalException(otherwise, $"Nothing was written: {e.Message}", e),
    };

    /// <summary>The session is gone or cannot be trusted any more; an ERROR of the server, in contrast, rolls back and leaves it.</summary>
    public static bool IsLost(Exception e) => e switch
    {
        PostgresException { InvariantSeverity: "FATAL" or "PANIC" } => true,
        PostgresException => false,
        NpgsqlException or IOException or TimeoutException => true,
        _ => false,
    };

    /// <summary>The server threw the session out while it waited for the client, so certainly not in a commit.</summary>
    public static bool IsThrownOut(Exception e) => e is PostgresException { SqlState: IdleInTransactionSessionTimeout };

    public static bool IsWaitInVain(Exception e) =>
        e is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled };

    /// <summary>Resources, operators, the system beneath, damaged files, a standby; deadlocks too, which the next try does not meet.</summary>
    private static bool IsTrouble(Exception e) =>
        IsWaitInVain(e)
        || (e is PostgresException { SqlState: [var a, var b, ..] state }
            && ((a, b) is ('5', '3') or ('5', '7') or ('5', '8') or ('4', '0') or ('0', '8') or ('X', 'X')
                || state is PostgresErrorCodes.ReadOnlySqlTransaction));
}
