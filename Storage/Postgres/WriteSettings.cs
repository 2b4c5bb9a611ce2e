using System.Globalization;
using Npgsql;

namespace ClusterActors.Storage.Postgres;

/// <summary>
/// What holds of one writing transaction and ends with it: the application's role, the time-outs, and plans by index (they have
/// to be right from the first row on, before anybody has analysed the tables).
/// </summary>
/// <param name="role">Null when the session's own role is all there is.</param>
internal sealed class WriteSettings(string? role, PostgresPatience patience)
{
    private const string Sql = """
        SELECT set_config('role', $1, true), set_config('lock_timeout', $2, true), set_config('statement_timeout', $3, true),
               set_config('idle_in_transaction_session_timeout', $4, true), set_config('synchronous_commit', $5, true),
               set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
               set_config('enable_mergejoin', 'off', true)
        """;

    /// <param name="lasting">False for what may be lost in a crash of the server: leases.</param>
    /// <param name="alone">Whether an append is tried alone because its batch has failed.</param>
    public NpgsqlBatch Begin(NpgsqlConnection connection, bool lasting = true, bool alone = false)
    {
        var batch = new NpgsqlBatch(connection) { Timeout = (int)Math.Ceiling(patience.Reply.TotalSeconds) };
        return batch.Add("BEGIN ISOLATION LEVEL READ COMMITTED").Add(
            Sql,
            Statements.Value(role ?? "none"),
            Statements.Value(Milliseconds(alone ? patience.LockAlone : patience.Lock)),
            Statements.Value(Milliseconds(patience.Statement)),
            Statements.Value(Milliseconds(patience.IdleInTransaction)),
            Statements.Value(lasting ? "on" : "off"));
    }

    /// <summary>The rest of the same transaction.</summary>
    public NpgsqlBatch Continue(NpgsqlConnection connection) =>
        new(connection) { Timeout = (int)Math.Ceiling(patience.Reply.TotalSeconds) };

    private static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}
