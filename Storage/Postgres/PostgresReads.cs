using ClusterActors.Journal;
using Npgsql;

namespace ClusterActors.Storage.Postgres;

/// <summary>Connections of the pool that only read, each for one read.</summary>
internal sealed class PostgresReads(NpgsqlDataSource source, PostgresPatience patience)
{
    private volatile bool closed;

    /// <param name="read">Can be repeated: a pooled connection may have died since it was last used, which says nothing of the server.</param>
    public async Task<T> ReadAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancel)
    {
        try
        {
            try
            {
                return await OnceAsync(read, cancel);
            }
            catch (Exception e) when (PostgresFault.IsLost(e) && e is not NpgsqlException { InnerException: TimeoutException })
            {
                return await OnceAsync(read, cancel);
            }
        }
        catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException)
        {
            throw PostgresFault.Unreadable(e);
        }
    }

    /// <summary>Rows of one statement.</summary>
    public Task<List<T>> AllAsync<T>(
        string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancel, params NpgsqlParameter[] values) => ReadAsync(
        async connection =>
        {
            await using var batch = Batch(connection).Add(sql, [.. values.Select(value => value.Clone())]);
            await using var reader = await batch.ReadPreparedAsync(cancel);
            return await reader.RowsAsync(row, cancel);
        },
        cancel);

    public async Task<T?> FirstAsync<T>(
        string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancel, params NpgsqlParameter[] values)
        where T : class => (await AllAsync(sql, row, cancel, values)).FirstOrDefault();

    public NpgsqlBatch Batch(NpgsqlConnection connection) => new(connection) { Timeout = (int)Math.Ceiling(patience.Reply.TotalSeconds) };

    public void Close() => closed = true;

    private async Task<T> OnceAsync<T>(Func<NpgsqlConnection, Task<T>> read, CancellationToken cancel)
    {
        if (closed)
            throw PostgresFault.Closed();
        await using var connection = await source.OpenConnectionAsync(cancel);
        return await read(connection);
    }
}
