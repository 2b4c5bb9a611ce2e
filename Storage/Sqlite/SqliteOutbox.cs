using ClusterActors.Journal;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// <c>lease_until</c> holds a message back on the wall clock, be it leased or to be retried later; 0 when nothing does.
/// Within a (source, target) the order is that of due times, then of versions: a wake-up that is due in December must not
/// hold back what is sent in March. While one message of a pair is leased or waits for its retry, no other one is leased.
/// </summary>
internal sealed class SqliteOutbox(SqliteWriter writer, SqliteReaders readers, OutboxBell bell, TimeProvider clock) : IOutbox, IOutboxAge
{
    private const string LeasableSql = """
        SELECT m.id, m.source, m.version, m.idx, m.target, m.payload, m.due_at, m.trace, m.tries
        FROM outbox AS m
        WHERE m.done_at IS NULL AND m.parked_at IS NULL AND m.due_at <= $now AND m.lease_until <= $wall
          AND NOT EXISTS (
            SELECT 1 FROM outbox AS other
            WHERE other.done_at IS NULL AND other.parked_at IS NULL AND other.source = m.source AND other.target = m.target
              AND ((other.due_at, other.version, other.idx) < (m.due_at, m.version, m.idx) OR other.lease_until > $wall))
          AND NOT EXISTS (
            SELECT 1 FROM outbox AS parked
            WHERE parked.done_at IS NULL AND parked.parked_at IS NOT NULL AND parked.source = m.source AND parked.target = m.target
              AND (parked.due_at, parked.version, parked.idx) < (m.due_at, m.version, m.idx))
        ORDER BY m.due_at, m.n
        LIMIT $limit
        """;

    private long Wall => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Who holds the folder's lock is the only dispatcher, so no lease of an earlier process is worth waiting for.</summary>
    public static void ReleaseLeases(SqliteSession db) => db.Execute("UPDATE outbox SET lease_until = 0 WHERE lease_until > 0");

    public Task<IReadOnlyList<LeasedMessage>> LeaseAsync(
        DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancel = default) =>
        writer.WriteAsync<IReadOnlyList<LeasedMessage>>(db => Lease(db, now, Until(lease), limit), cancel);

    public Task RetryAsync(string messageId, TimeSpan delay, CancellationToken cancel = default) => ChangeAsync(
        "UPDATE outbox SET lease_until = $until WHERE id = $id AND done_at IS NULL AND parked_at IS NULL",
        Until(delay),
        messageId,
        cancel);

    public Task ParkAsync(string messageId, CancellationToken cancel = default) => ChangeAsync(
        "UPDATE outbox SET parked_at = $now, lease_until = 0 WHERE id = $id AND done_at IS NULL AND parked_at IS NULL",
        Wall,
        messageId,
        cancel);

    public Task<IReadOnlyList<OutboxMessage>> ListParkedAsync(CancellationToken cancel = default) => readers.ReadAsync<IReadOnlyList<OutboxMessage>>(
        db => db.All(
            """
            SELECT id, source, version, idx, target, payload, due_at, trace FROM outbox
            WHERE parked_at IS NOT NULL AND done_at IS NULL ORDER BY parked_at, n
            """,
            Message),
        cancel);

    public async Task<bool> ResumeAsync(string messageId, CancellationToken cancel = default) => await ChangeAsync(
        "UPDATE outbox SET parked_at = NULL, tries = 0, lease_until = $now WHERE id = $id AND parked_at IS NOT NULL AND done_at IS NULL",
        0,
        messageId,
        cancel) > 0;

    /// <summary>Ends early, too, when a lease or a retry's delay runs out. What falls due on the domain's clock it cannot know.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancel = default)
    {
        var wall = Wall;
        var free = await readers.ReadAsync(
            db => db.Number(
                "SELECT coalesce(min(lease_until), $never) FROM outbox WHERE lease_until > 0 AND lease_until > $wall", long.MaxValue, wall),
            cancel);
        var untilFree = free == long.MaxValue ? TimeSpan.MaxValue : TimeSpan.FromMilliseconds(free - wall);
        await bell.WaitAsync(untilFree < atMost ? untilFree : atMost, cancel);
    }

    public Task<OutboxDepth> DepthAsync(CancellationToken cancel = default) => readers.ReadAsync(
        db => db.First(
            """
            SELECT (SELECT count(*) FROM outbox WHERE done_at IS NULL AND parked_at IS NULL),
                   (SELECT count(*) FROM outbox WHERE done_at IS NULL AND parked_at IS NOT NULL)
            """,
            row => new OutboxDepth(row.GetInt64(0), row.GetInt64(1)))!,
        cancel);

    public async Task<DateTimeOffset?> OldestAsync(CancellationToken cancel = default)
    {
        const long None = long.MaxValue;
        var oldest = await readers.ReadAsync(
            db => db.Number(
                """
                SELECT coalesce(min(max(sent_at, due_at)), $none) FROM outbox
                WHERE done_at IS NULL AND parked_at IS NULL AND due_at <= $now
                """,
                None,
                Wall),
            cancel);
        return oldest == None ? null : DateTimeOffset.FromUnixTimeMilliseconds(oldest);
    }

    private List<LeasedMessage> Lease(SqliteSession db, DateTimeOffset now, long until, int limit)
    {
        var leased = db.All(LeasableSql, Leased, now.ToUnixTimeMilliseconds(), Wall, limit);
        foreach (var (message, tries) in leased)
            db.Execute("UPDATE outbox SET lease_until = $until, tries = $tries WHERE id = $id", until, tries, message.Id);
        return leased;
    }

    private Task<int> ChangeAsync(string sql, long time, string messageId, CancellationToken cancel) =>
        writer.WriteAsync(db => db.Execute(sql, time, messageId), cancel, committed: (_, _) => bell.Ring());

    private long Until(TimeSpan delay) => (clock.GetUtcNow() + delay).ToUnixTimeMilliseconds();

    private static LeasedMessage Leased(SqliteDataReader row) => new(Message(row), Tries: row.GetInt32(8) + 1);

    private static OutboxMessage Message(SqliteDataReader row) => new(
        Id: row.GetString(0),
        Source: row.GetString(1),
        Version: row.GetInt64(2),
        Index: row.GetInt32(3),
        Target: row.GetString(4),
        Payload: row.Bytes(5),
        DueAt: DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6))) { Trace = row.IsDBNull(7) ? null : row.GetString(7) };
}
