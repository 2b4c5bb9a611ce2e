using ClusterActors.Journal;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Storage.Sqlite;

/// <summary>An event as a row of <c>events</c>.</summary>
internal static class EventRow
{
    public const string Columns = "position, stream, version, type, payload, actor, operation_id, recorded_at, prev_hash, hash";

    public static JournalEvent Read(SqliteDataReader row) => new(
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

    public static void Insert(SqliteSession session, JournalEvent e, long position) => session.Execute(
        $"""
        INSERT INTO events ({Columns})
        VALUES ($position, $stream, $version, $type, $payload, $actor, $operation_id, $recorded_at, $prev_hash, $hash)
        """,
        position, e.Stream, e.Version, e.Type, e.Payload, e.Actor, e.OperationId,
        e.RecordedAt.ToUnixTimeMilliseconds(), e.PreviousHash, e.Hash);

    public static byte[] Bytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
