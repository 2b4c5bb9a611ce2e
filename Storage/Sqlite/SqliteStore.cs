using ClusterActors.Journal;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// A data folder: <c>journal.db</c>, and the lock that makes this store the only one on it.
/// <code>
///   AppendAsync ─┐
///   LeaseAsync  ─┼─ queue ─→ one thread ─→ BEGIN IMMEDIATE … COMMIT ─→ journal.db (WAL) ─→ answers
///   EnrolAsync  ─┘           (SqliteWriter)                               ↑
///   ReadAsync, FindAsync … ─────────→ reading connections (SqliteReaders) ┘
/// </code>
/// </summary>
public sealed class SqliteStore : IStore
{
    public const string FileName = "journal.db";

    private readonly FolderLock held;
    private readonly SqliteReaders readers;

    private SqliteStore(FolderLock held, string file, SqliteSession session, TimeProvider clock)
    {
        this.held = held;
        readers = new SqliteReaders(file);
        Writer = new SqliteWriter(session);
        var bell = new OutboxBell(clock);
        Journal = new SqliteJournal(Writer, readers, bell, clock);
        Reader = new SqliteJournalReader(readers);
        var outbox = new SqliteOutbox(Writer, readers, bell, clock);
        (Outbox, OutboxAge) = (outbox, outbox);
        Checkpoints = new SqliteCheckpoints(Writer, readers);
        Views = new SqliteViews(readers);
        National = new SqliteNationalViews(readers);
        Viewer = new SqliteJournalViewer(readers);
        People = new SqlitePeople(Writer, readers);
        Blobs = new SqliteBlobs(Writer, readers);
        Upkeep = new SqliteUpkeep(file, readers);
    }

    public IJournal Journal { get; }

    public IJournalReader Reader { get; }

    public IOutbox Outbox { get; }

    public ICheckpoints Checkpoints { get; }

    public IViews Views { get; }

    public INationalViews National { get; }

    public IJournalViewer Viewer { get; }

    public IOutboxAge OutboxAge { get; }

    public IPeople People { get; }

    public IBlobs Blobs { get; }

    public IUpkeep Upkeep { get; }

    /// <summary>Tests reach through it to make the database fail.</summary>
    internal SqliteWriter Writer { get; }

    /// <summary>Takes the folder, makes or checks the database, and gives back every lease: whoever held one is gone.</summary>
    /// <exception cref="JournalException">
    /// <c>data_folder_in_use</c>, <c>data_folder_is_play</c>, <c>data_folder_is_live</c>, <c>schema_too_new</c>, <c>storage_unavailable</c>
    /// </exception>
    public static SqliteStore Open(SqliteStoreOptions options)
    {
        var held = FolderLock.Take(options.Folder);
        SqliteSession? session = null;
        try
        {
            var file = Path.Combine(held.Folder, FileName);
            session = SqliteSession.ForWriting(file);
            SqliteSchema.Prepare(session, options.FolderKind);
            SqliteOutbox.ReleaseLeases(session);
            return new SqliteStore(held, file, session, options.Clock);
        }
        catch (Exception e)
        {
            session?.Dispose();
            held.Dispose();
            if (e is SqliteException)
                throw new JournalException(StoreFault.StorageUnavailable, $"'{held.Folder}' cannot be opened: {e.Message}", e);
            throw;
        }
    }

    public Task ProveWritableAsync(CancellationToken cancel = default) => Writer.WriteAsync(
        db => db.Execute("UPDATE meta SET value = value WHERE name = 'kind'"), cancel, StoreFault.StorageUnavailable);

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        readers.Dispose();
        held.Dispose();
    }
}
