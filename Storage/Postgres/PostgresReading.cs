using ClusterActors.Journal;
using Npgsql;

namespace ClusterActors.Storage.Postgres;

/// <summary>A database beside the processes that work on it.</summary>
public sealed class PostgresReading : IStoreReading
{
    private readonly NpgsqlDataSource source;

    private PostgresReading(NpgsqlDataSource source, PostgresPatience patience)
    {
        this.source = source;
        var reads = new PostgresReads(source, patience);
        Reader = new PostgresJournalReader(reads);
        Upkeep = new PostgresUpkeep(reads);
    }

    public IJournalReader Reader { get; }

    public IUpkeep Upkeep { get; }

    /// <summary>Changes nothing: tables that are of another release than this one are not read.</summary>
    /// <exception cref="JournalException">
    /// <c>schema_outdated</c>, <c>schema_too_new</c>, <c>schema_changed</c>, <c>journal_broken</c>, <c>storage_unavailable</c>
    /// </exception>
    public static async Task<PostgresReading> OpenAsync(string connectionString)
    {
        var source = NpgsqlDataSource.Create(connectionString);
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            await PostgresSchema.CheckAsync(connection);
            return new PostgresReading(source, new());
        }
        catch (Exception e)
        {
            await source.DisposeAsync();
            if (e is NpgsqlException or IOException or TimeoutException)
                throw PostgresFault.Unreadable(e);
            throw;
        }
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
