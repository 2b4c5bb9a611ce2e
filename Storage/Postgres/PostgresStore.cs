using System.Globalization;
using ClusterActors.Journal;
using Npgsql;

namespace ClusterActors.Storage.Postgres;

/// <summary>
/// A PostgreSQL database; one store per process, several processes on one database.
/// <code>
///   AppendAsync ─┐            batches of appends
///   LeaseAsync  ─┼─ queue ─→ (PostgresWriter) ─→ one session, which holds the store's lock ─→ answers
///   EnrolAsync  ─┘
///   ReadAsync, FindAsync …, MakeAsync ─────────→ connections of the pool (PostgresReads)
/// </code>
/// Two roles: the owner makes the tables (<see cref="PostgresStoreOptions.MigrationConnectionString"/>), the application works as
/// a member of <see cref="ApplicationRole"/>, which can neither change nor delete what was written. With one connection string
/// the owner does both, and steps down to that role in every writing transaction if it may.
/// </summary>
public sealed class PostgresStore : IStore
{
    /// <summary>A group without login; grant it to the application's own login role.</summary>
    public const string ApplicationRole = "clusteractors_app";

    private readonly bool ownsSource;
    private readonly PostgresReads reads;
    private readonly Guid lessee = Guid.NewGuid();

    private PostgresStore(NpgsqlDataSource source, PostgresStoreOptions options, bool hasRole)
    {
        DataSource = source;
        ownsSource = options.DataSource is null;
        var settings = new WriteSettings(hasRole ? ApplicationRole : null, options.Patience);
        Writer = new PostgresWriter(new WriterSession(source, new StoreLock(options.Exclusive, options.Patience)), settings, options.Clock);
        reads = new PostgresReads(source, options.Patience);
        var bell = new OutboxBell(options.Clock);
        var held = new HeldMessages(options.Clock);
        Journal = new PostgresJournal(Writer, reads, bell, held);
        Reader = new PostgresJournalReader(reads);
        var outbox = new PostgresOutbox(Writer, reads, bell, held, lessee, options.Clock);
        (Outbox, OutboxAge) = (outbox, outbox);
        Checkpoints = new PostgresCheckpoints(reads, settings);
        Views = new PostgresViews(reads);
        National = new PostgresNationalViews(reads);
        Viewer = new PostgresJournalViewer(reads);
        People = new PostgresPeople(Writer, reads);
        Blobs = new PostgresBlobs(Writer, reads);
        Upkeep = new PostgresUpkeep(reads);
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

    /// <summary>The one of this process, for whatever else keeps its data in the database.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>Tests reach through it to hold it up.</summary>
    internal PostgresWriter Writer { get; }

    /// <summary>Makes or checks the tables and takes the store's lock, shared or alone.</summary>
    /// <exception cref="JournalException">
    /// <c>data_folder_in_use</c>, <c>data_folder_is_play</c>, <c>data_folder_is_live</c>, <c>schema_too_new</c>, <c>schema_changed</c>,
    /// <c>schema_outdated</c>, <c>journal_broken</c>, <c>storage_unavailable</c>
    /// </exception>
    public static async Task<PostgresStore> OpenAsync(PostgresStoreOptions options, CancellationToken cancel = default)
    {
        // Without a name the driver's metrics would call it by its address.
        var source = options.DataSource ?? new NpgsqlDataSourceBuilder(Named(options.ConnectionString
            ?? throw new ArgumentException("Neither a connection string nor a data source is given.", nameof(options)))) { Name = "store" }.Build();
        PostgresStore? store = null;
        try
        {
            store = new PostgresStore(source, options, await PrepareAsync(source, options, cancel));
            if (options.Exclusive)
                await Leases.ReleaseAllAsync(store.Writer);
            else
                await store.Writer.WriteAsync(_ => Task.FromResult(true), cancel);
            return store;
        }
        catch (Exception e)
        {
            if (store is not null)
                await store.Writer.DisposeAsync();
            if (options.DataSource is null)
                await source.DisposeAsync();
            if (e is NpgsqlException or IOException or TimeoutException)
                throw new JournalException(StoreFault.StorageUnavailable, $"The database cannot be opened: {e.Message}", e);
            throw;
        }
    }

    /// <summary>
    /// A message in the write-ahead log, for nobody: a commit that wrote nothing would not be flushed. What is read-only refuses
    /// the update, though it finds no row.
    /// </summary>
    public Task ProveWritableAsync(CancellationToken cancel = default) => Writer.WriteAsync(
        async connection =>
        {
            await using var batch = Writer.Settings.Begin(connection)
                .Add("UPDATE streams SET version = version WHERE false")
                .Add("SELECT pg_logical_emit_message(true, 'clusteractors', '')")
                .Add("COMMIT");
            return await batch.ExecuteNonQueryAsync();
        },
        cancel);

    /// <summary>Leases are given back, so that another process need not wait for them to run out.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Writer.ServerProcess != 0)
            await GiveBackLeasesAsync();
        await Writer.DisposeAsync();
        reads.Close();
        if (ownsSource)
            await DataSource.DisposeAsync();
    }

    private async Task GiveBackLeasesAsync()
    {
        try
        {
            await Leases.ReleaseAsync(Writer, lessee);
        }
        catch (JournalException)
        {
            // They run out by themselves.
        }
    }

    private static async Task<bool> PrepareAsync(NpgsqlDataSource source, PostgresStoreOptions options, CancellationToken cancel)
    {
        if (options.MigrationConnectionString is { } migrating)
        {
            await using var owner = NpgsqlDataSource.Create(Named(migrating));
            await using var session = await owner.OpenConnectionAsync(cancel);
            await PostgresSchema.PrepareAsync(session, options.FolderKind);
        }

        await using var connection = await source.OpenConnectionAsync(cancel);
        await PostgresSchema.PrepareAsync(connection, options.FolderKind);
        return await PostgresSchema.HasRoleAsync(connection);
    }

    /// <summary>So that whoever is refused is told which process holds the store.</summary>
    private static string Named(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.ApplicationName ??= string.Create(CultureInfo.InvariantCulture, $"ClusterActors process {Environment.ProcessId}");
        return settings.ConnectionString;
    }
}
