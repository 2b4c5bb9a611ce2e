using ClusterActors.Journal;
using Npgsql;

namespace ClusterActors.Storage.Postgres;

/// <summary>
/// The lock of the whole store, in the session of the one who writes: whoever loses the session loses lock and pen together, so
/// nobody can go on writing beside a successor. Silos share it; an exclusive store has it alone.
/// </summary>
internal sealed class StoreLock(bool exclusive, PostgresPatience patience)
{
    private const int GiveBackSeconds = 5;

    private const string HolderSql = """
        SELECT coalesce(string_agg(format('%s (server process %s%s)',
                 coalesce(nullif(a.application_name, ''), 'an unnamed program'), l.pid,
                 ', client ' || coalesce(host(a.client_addr), 'local')), ', '), 'an unknown program')
        FROM pg_locks AS l LEFT JOIN pg_stat_activity AS a USING (pid)
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND (l.classid::bigint << 32) + l.objid::bigint = $1
        """;

    private string Suffix => exclusive ? "" : "_shared";

    /// <summary>At once or not at all when the store is opened; later this store's own earlier session may take a moment to end.</summary>
    /// <exception cref="JournalException"><c>data_folder_in_use</c></exception>
    public async Task TakeAsync(NpgsqlConnection session, bool again)
    {
        if (again ? await WaitForAsync(session) : await TryAsync(session))
            return;
        await using var asking = session.CreateCommand();
        asking.CommandText = HolderSql;
        asking.Parameters.Add(Statements.Value(StoreLocks.Store));
        var holder = await asking.ExecuteScalarAsync();
        throw new JournalException(StoreFault.DataFolderInUse, $"The database '{session.Database}' is in use by {holder}.");
    }

    /// <summary>Before a pooled session is given back: an advisory lock does not end with a transaction.</summary>
    public static async Task GiveBackAsync(NpgsqlConnection session)
    {
        await using var batch = new NpgsqlBatch(session) { Timeout = GiveBackSeconds };
        await batch.Add("ROLLBACK").Add("SELECT pg_advisory_unlock_all()").ExecuteNonQueryAsync();
    }

    private async Task<bool> TryAsync(NpgsqlConnection session)
    {
        await using var command = session.CreateCommand();
        command.CommandText = $"SELECT pg_try_advisory_lock{Suffix}($1)";
        command.Parameters.Add(Statements.Value(StoreLocks.Store));
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private async Task<bool> WaitForAsync(NpgsqlConnection session)
    {
        await using var batch = new NpgsqlBatch(session);
        var most = ((long)patience.StoreLock.TotalMilliseconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        batch.Add("BEGIN").Add("SELECT set_config('lock_timeout', $1, true)", Statements.Value(most))
            .Add($"SELECT pg_advisory_lock{Suffix}($1)", Statements.Value(StoreLocks.Store)).Add("COMMIT");
        try
        {
            await batch.ExecuteNonQueryAsync();
            return true;
        }
        catch (PostgresException e) when (PostgresFault.IsWaitInVain(e))
        {
            await using var rollback = new NpgsqlCommand("ROLLBACK", session);
            await rollback.ExecuteNonQueryAsync();
            return false;
        }
    }
}
