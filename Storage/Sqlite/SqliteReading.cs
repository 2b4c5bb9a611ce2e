using ClusterActors.Journal;

namespace ClusterActors.Storage.Sqlite;

/// <summary>A data folder's journal beside the server that has it; in WAL its readers do not hold up the writer.</summary>
public sealed class SqliteReading : IStoreReading
{
    private readonly SqliteReaders readers;

    private SqliteReading(string file)
    {
        readers = new SqliteReaders(file);
        Reader = new SqliteJournalReader(readers);
        Upkeep = new SqliteUpkeep(file, readers);
    }

    public IJournalReader Reader { get; }

    public IUpkeep Upkeep { get; }

    /// <exception cref="JournalException"><c>data_folder_empty</c>, <c>schema_too_new</c>, <c>journal_broken</c>, <c>storage_unavailable</c></exception>
    public static async Task<SqliteReading> OpenAsync(string folder)
    {
        var file = Path.Combine(folder, SqliteStore.FileName);
        if (!File.Exists(file))
            throw new JournalException(StoreFault.DataFolderEmpty, $"There is no journal in {folder}.");
        var reading = new SqliteReading(file);
        try
        {
            await reading.readers.ReadAsync(SqliteSchema.VersionOf, CancellationToken.None);
            return reading;
        }
        catch
        {
            await reading.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        readers.Dispose();
        return ValueTask.CompletedTask;
    }
}
