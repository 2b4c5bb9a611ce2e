using ClusterActors.Journal;

namespace ClusterActors.Storage.Sqlite;

/// <summary>One append inside the batch's transaction: the operation first, then the head, then everything or nothing.</summary>
internal static class FencedWrite
{
    public static AppendResult Run(SqliteSession db, Append append, DateTimeOffset wall)
    {
        if (Stored(db, append) is { } duplicate)
            return duplicate;

        var head = Head(db, append.Stream);
        var version = head?.Version ?? 0;
        if (version != append.ExpectedVersion)
            return new AppendResult.Conflict(version);
        if (append.Events is [var first, ..] && !first.PreviousHash.AsSpan().SequenceEqual(head?.Hash ?? Chain.Start))
            throw AppendShape.Malformed(append, "its first event does not join on to the head");

        InsertOperation(db, append);
        InsertEvents(db, append);
        foreach (var message in append.Messages)
            InsertMessage(db, message, wall);
        if (append.View is { } view)
            SqliteViews.Upsert(db, view);
        if (append.SettlesMessage is { } settled)
            Settle(db, append, settled, wall);
        return new AppendResult.Appended();
    }

    public static StreamHead? Head(SqliteSession db, string stream) => db.First(
        "SELECT version, hash FROM streams WHERE stream = $stream",
        row => new StreamHead(stream, row.GetInt64(0), row.Bytes(1)),
        stream);

    private static AppendResult.Duplicate? Stored(SqliteSession db, Append append) => db.First(
        "SELECT request_hash, actor, answer FROM operations WHERE stream = $stream AND operation_id = $operation_id",
        row => new AppendResult.Duplicate(row.Bytes(0), row.GetString(1), row.Bytes(2)),
        append.Stream,
        append.OperationId);

    private static void InsertOperation(SqliteSession db, Append append) => db.Execute(
        """
        INSERT INTO operations (stream, operation_id, request_hash, actor, answer, version)
        VALUES ($stream, $operation_id, $request_hash, $actor, $answer, $version)
        """,
        append.Stream, append.OperationId, append.RequestHash, append.Actor, append.Answer, append.NewVersion);

    /// <summary>
    /// Positions come from the table itself and not from a counter in memory: there is one writer, so they follow the order of
    /// commits and have no gap after a rollback or a crash.
    /// </summary>
    private static void InsertEvents(SqliteSession db, Append append)
    {
        if (append.Events is not [.., var last])
            return;

        var position = SqliteCheckpoints.LastPosition(db);
        foreach (var e in append.Events)
            EventRow.Insert(db, e, ++position);
        db.Execute(
            """
            INSERT INTO streams (stream, version, hash) VALUES ($stream, $version, $hash)
            ON CONFLICT (stream) DO UPDATE SET version = excluded.version, hash = excluded.hash
            """,
            append.Stream, append.NewVersion, last.Hash);
    }

    private static void InsertMessage(SqliteSession db, OutboxMessage message, DateTimeOffset wall) => db.Execute(
        """
        INSERT INTO outbox (id, source, version, idx, target, payload, due_at, sent_at, trace)
        VALUES ($id, $source, $version, $idx, $target, $payload, $due_at, $sent_at, $trace)
        """,
        message.Id, message.Source, message.Version, message.Index, message.Target, message.Payload,
        message.DueAt.ToUnixTimeMilliseconds(), wall.ToUnixTimeMilliseconds(), message.Trace);

    private static void Settle(SqliteSession db, Append append, string message, DateTimeOffset wall)
    {
        var rows = db.Execute(
            "UPDATE outbox SET done_at = coalesce(done_at, $now), lease_until = 0 WHERE id = $id AND source = $source",
            wall.ToUnixTimeMilliseconds(), message, append.Stream);
        if (rows == 0)
            throw AppendShape.Malformed(append, $"it settles '{message}', which this stream has not sent");
    }
}
