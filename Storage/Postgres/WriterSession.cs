using System.Data;
using Npgsql;

namespace ClusterActors.Storage.Postgres;

/// <summary>The connection that writes, with the store's lock on it. It is opened again when it was lost, and never shared.</summary>
internal sealed class WriterSession(NpgsqlDataSource source, StoreLock held) : IAsyncDisposable
{
    // A dead client is noticed after about 25 s, so that its locks do not outlive it for hours.
    private const string KeepAliveSql = """
        SELECT set_config('tcp_keepalives_idle', '10', false), set_config('tcp_keepalives_interval', '5', false),
               set_config('tcp_keepalives_count', '3', false)
        """;

    private NpgsqlConnection? connection;
    private bool wasOpen;

    /// <summary>The server's process behind this session; 0 when there is none.</summary>
    public int ServerProcess => connection is { State: ConnectionState.Open } open ? open.ProcessID : 0;

    public async Task<NpgsqlConnection> OpenAsync()
    {
        if (connection is { State: ConnectionState.Open } open)
            return open;

        await DropAsync();
        var opened = await source.OpenConnectionAsync();
        try
        {
            await using (var keepAlive = new NpgsqlCommand(KeepAliveSql, opened))
                await keepAlive.ExecuteNonQueryAsync();
            await held.TakeAsync(opened, again: wasOpen);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }

        wasOpen = true;
        return connection = opened;
    }

    /// <summary>After a statement has failed: out of the transaction, or away with the session.</summary>
    public async Task RecoverAsync(Exception cause)
    {
        if (connection is null)
            return;
        try
        {
            if (PostgresFault.IsLost(cause))
                await DropAsync();
            else
                await RollBackAsync();
        }
        catch (Exception)
        {
            await DropAsync();
        }
    }

    public async Task RollBackAsync()
    {
        await using var rollback = new NpgsqlCommand("ROLLBACK", connection);
        await rollback.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
    }

    /// <summary>A session that still answers goes back to the pool, and must not take the lock with it.</summary>
    private async Task DropAsync()
    {
        if (connection is not { } dropped)
            return;
        connection = null;
        try
        {
            if (dropped.State == ConnectionState.Open)
                await StoreLock.GiveBackAsync(dropped);
        }
        catch (NpgsqlException)
        {
            // The session is lost and the lock with it.
        }

        await dropped.DisposeAsync();
    }
}
