using ClusterActors.Journal;
using Npgsql;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

/// <summary>
/// <c>lease_until</c> holds a message back on the wall clock, be it leased or to be retried later; <c>lessee</c> tells which
/// store has leased it. The order within a pair is <see cref="IOutbox"/>'s. Leases are given under one lock for all processes:
/// two that looked at the same time could see two different messages as the first of their pair.
/// </summary>
internal sealed class PostgresOutbox(
    PostgresWriter writer, PostgresReads reads, OutboxBell bell, HeldMessages held, Guid lessee, TimeProvider clock) : IOutbox, IOutboxAge
{
    private const string Columns = "id, source, version, idx, target, payload, due_at, trace";

    private const string LeaseSql = """
        WITH leasable AS MATERIALIZED (
          SELECT m.n FROM outbox AS m
          WHERE m.done_at IS NULL AND m.parked_at IS NULL AND m.due_at <= $1 AND m.lease_until <= $2
            AND NOT EXISTS (
              SELECT FROM outbox AS earlier
              WHERE earlier.done_at IS NULL AND earlier.parked_at IS NULL AND earlier.source = m.source AND earlier.target = m.target
                AND (earlier.due_at, earlier.version, earlier.idx) < (m.due_at, m.version, m.idx))
            AND NOT EXISTS (
              SELECT FROM outbox AS parked
              WHERE parked.done_at IS NULL AND parked.parked_at IS NOT NULL AND parked.source = m.source AND parked.target = m.target
                AND (parked.due_at, parked.version, parked.idx) < (m.due_at, m.version, m.idx))
            AND NOT EXISTS (
              SELECT FROM outbox AS held
              WHERE held.done_at IS NULL AND held.parked_at IS NULL AND held.lease_until > 0 AND held.lease_until > $2
                AND held.source = m.source AND held.target = m.target)
          ORDER BY m.due_at, m.n
          LIMIT $4
          FOR UPDATE OF m SKIP LOCKED
        )
        UPDATE outbox SET lease_until = $3, lessee = $5, tries = tries + 1 FROM leasable WHERE outbox.n = leasable.n
        RETURNING id, source, version, idx, target, payload, due_at, trace, tries, outbox.n
        """;

    /// <summary>Not what another store has leased in the meantime: it answers for the message now.</summary>
    private const string MineOrNobodys = "id = $1 AND done_at IS NULL AND parked_at IS NULL AND (lessee IS NULL OR lessee = $2 OR lease_until <= $3)";

    private long Wall => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<IReadOnlyList<LeasedMessage>> LeaseAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancel = default)
    {
        var until = Until(lease);
        return writer.WriteAsync<IReadOnlyList<LeasedMessage>>(
            async connection =>
            {
                await using var batch = writer.Settings.Begin(connection, lasting: false)
                    .Add("SELECT pg_advisory_xact_lock($1)", Value(StoreLocks.Leases))
                    .Add(LeaseSql, Value(now.ToUnixTimeMilliseconds()), Value(Wall), Value(until), Value((long)limit), Uuid(lessee))
                    .Add("COMMIT");
                await using var reader = await batch.ReadPreparedAsync();
                await reader.NextResultAsync();
                await reader.NextResultAsync();
                var leased = await reader.RowsAsync(row => (Is: new LeasedMessage(Message(row), row.GetInt32(8)), N: row.GetInt64(9)));
                await reader.NextResultAsync();
                return [.. leased.OrderBy(row => row.Is.Message.DueAt).ThenBy(row => row.N).Select(row => row.Is)];
            },
            cancel,
            leased =>
            {
                foreach (var (message, _) in leased)
                    held.Hold(message.Id, until);
            });
    }

    public Task RetryAsync(string messageId, TimeSpan delay, CancellationToken cancel = default)
    {
        var until = Until(delay);
        return ChangeAsync(
            $"UPDATE outbox SET lease_until = $4, lessee = NULL WHERE {MineOrNobodys}",
            until,
            messageId,
            () => held.Hold(messageId, until),
            cancel);
    }

    public Task ParkAsync(string messageId, CancellationToken cancel = default) => ChangeAsync(
        $"UPDATE outbox SET parked_at = $4, lease_until = 0, lessee = NULL WHERE {MineOrNobodys}",
        Wall,
        messageId,
        () => held.Free(messageId),
        cancel);

    public async Task<IReadOnlyList<OutboxMessage>> ListParkedAsync(CancellationToken cancel = default) => await reads.AllAsync(
        $"SELECT {Columns} FROM outbox WHERE parked_at IS NOT NULL AND done_at IS NULL ORDER BY parked_at, n", Message, cancel);

    public async Task<bool> ResumeAsync(string messageId, CancellationToken cancel = default) => await ChangeAsync(
        """
        UPDATE outbox SET parked_at = NULL, tries = 0, lease_until = $4, lessee = NULL
        WHERE id = $1 AND parked_at IS NOT NULL AND done_at IS NULL
        """,
        0,
        messageId,
        () => held.Free(messageId),
        cancel) > 0;

    /// <summary>
    /// Ends early, too, when a lease or a retry's delay of this process runs out. What falls due on the domain's clock, and what
    /// other processes write, it cannot know.
    /// </summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel = default) => bell.WaitAsync(held.UntilNext(atMost), cancel);

    public async Task<OutboxDepth> DepthAsync(CancellationToken cancel = default) => (await reads.FirstAsync(
        """
        SELECT (SELECT count(*) FROM outbox WHERE done_at IS NULL AND parked_at IS NULL),
               (SELECT count(*) FROM outbox WHERE done_at IS NULL AND parked_at IS NOT NULL)
        """,
        row => new OutboxDepth(row.GetInt64(0), row.GetInt64(1)),
        cancel))!;

    public async Task<DateTimeOffset?> OldestAsync(CancellationToken cancel = default) => (await reads.AllAsync(
        """
        SELECT greatest(sent_at, due_at) FROM outbox
        WHERE done_at IS NULL AND parked_at IS NULL AND sent_at IS NOT NULL AND due_at <= (extract(epoch FROM now()) * 1000)::bigint
        ORDER BY 1 LIMIT 1
        """,
        row => (DateTimeOffset?)DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
        cancel)).FirstOrDefault();

    private Task<int> ChangeAsync(string sql, long time, string messageId, Action changed, CancellationToken cancel) => writer.WriteAsync(
        async connection =>
        {
            await using var batch = writer.Settings.Begin(connection)
                .Add(sql, Value(messageId), Uuid(lessee), Value(Wall), Value(time))
                .Add("COMMIT");
            await batch.PrepareAsync();
            await batch.ExecuteNonQueryAsync();
            return (int)batch.BatchCommands[^2].RecordsAffected;
        },
        cancel,
        rows =>
        {
            if (rows > 0)
                changed();
            bell.Ring();
        });

    private long Until(TimeSpan delay) => (clock.GetUtcNow() + delay).ToUnixTimeMilliseconds();

    private static OutboxMessage Message(NpgsqlDataReader row) => new(
        Id: row.GetString(0),
        Source: row.GetString(1),
        Version: row.GetInt64(2),
        Index: row.GetInt32(3),
        Target: row.GetString(4),
        Payload: row.Bytes(5),
        DueAt: DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6))) { Trace = row.TextOrNull(7) };
}
