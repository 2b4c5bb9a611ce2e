using ClusterActors.Journal;
using Npgsql;

namespace ClusterActors.Storage.Postgres;

/// <summary>An event as a row of <c>events</c>.</summary>
internal static class EventRow
{
    public const string Columns = "position, stream, version, type, payload, actor, operation_id, recorded_at, prev_hash, hash";

    private const string InsertSql = $"""
        INSERT INTO events ({Columns})
        SELECT last + n, stream, version, type, payload, actor, operation_id, recorded_at, prev_hash, hash
        FROM last_position() AS last,
             unnest($1::text[], $2::bigint[], $3::text[], $4::bytea[], $5::text[], $6::text[], $7::bigint[], $8::bytea[], $9::bytea[])
               WITH ORDINALITY AS e(stream, version, type, payload, actor, operation_id, recorded_at, prev_hash, hash, n)
        ORDER BY n
        """;

    public static JournalEvent Read(NpgsqlDataReader row) => new(
        Position: row.GetInt64(0),
        Stream: row.GetString(1),
        Version: row.GetInt64(2),
        Type: row.GetString(3),
        Payload: row.Bytes(4),
        Actor: row.GetString(5),
        OperationId: row.GetString(6),
        RecordedAt: DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)),
        PreviousHash: row.Bytes(8),
        Hash: row.Bytes(9));

    /// <summary>
    /// Gives the positions and writes the events in one statement: once the lock of positions is taken, the server waits for
    /// nothing more from this client than the few bytes of COMMIT, which were sent with it.
    /// </summary>
    public static void Insert(NpgsqlBatch batch, IReadOnlyList<JournalEvent> events) => batch.Add(
        InsertSql,
        Statements.Value(events.Select(e => e.Stream).ToArray()),
        Statements.Value(events.Select(e => e.Version).ToArray()),
        Statements.Value(events.Select(e => e.Type).ToArray()),
        Statements.Value(events.Select(e => e.Payload).ToArray()),
        Statements.Value(events.Select(e => e.Actor).ToArray()),
        Statements.Value(events.Select(e => e.OperationId).ToArray()),
        Statements.Value(events.Select(e => e.RecordedAt.ToUnixTimeMilliseconds()).ToArray()),
        Statements.Value(events.Select(e => e.PreviousHash).ToArray()),
        Statements.Value(events.Select(e => e.Hash).ToArray()));
}
