using ClusterActors.Journal;
using Npgsql;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

/// <summary>Everything that the winners of a batch write, one statement per table; the events come last because they take the positions.</summary>
internal static class WonRows
{
    private const string OperationsSql = """
        INSERT INTO operations (stream, operation_id, request_hash, actor, answer, version)
        SELECT * FROM unnest($1::text[], $2::text[], $3::bytea[], $4::text[], $5::bytea[], $6::bigint[])
        """;

    private const string MessagesSql = """
        INSERT INTO outbox (id, source, version, idx, target, payload, due_at, trace, sent_at)
        SELECT id, source, version, idx, target, payload, due_at, trace, $9
        FROM unnest($1::text[], $2::text[], $3::bigint[], $4::integer[], $5::text[], $6::bytea[], $7::bigint[], $8::text[])
             WITH ORDINALITY AS m(id, source, version, idx, target, payload, due_at, trace, n)
        ORDER BY n
        """;

    private const string SettledSql =
        "UPDATE outbox SET done_at = coalesce(done_at, $2), lease_until = 0, lessee = NULL WHERE id = ANY ($1::text[])";

    private const string HeadsSql = """
        UPDATE streams SET version = head.version, hash = head.hash
        FROM unnest($1::text[], $2::bigint[], $3::bytea[]) AS head(stream, version, hash)
        WHERE streams.stream = head.stream
        """;

    public static void Insert(NpgsqlBatch batch, IReadOnlyList<Append> won, DateTimeOffset wall)
    {
        InsertOperations(batch, won);
        if (won.SelectMany(append => append.Messages).ToList() is { Count: > 0 } messages)
            InsertMessages(batch, messages, wall);
        if (won.Select(append => append.SettlesMessage).OfType<string>().ToArray() is { Length: > 0 } settled)
            batch.Add(SettledSql, Value(settled), Value(wall.ToUnixTimeMilliseconds()));
        if (won.Select(append => append.View).OfType<ViewRow>().ToList() is { Count: > 0 } views)
            PostgresViews.Upsert(batch, views);
        if (won.Where(append => append.Events.Count > 0).ToList() is { Count: > 0 } risen)
        {
            UpdateHeads(batch, risen);
            EventRow.Insert(batch, [.. risen.SelectMany(append => append.Events)]);
        }
    }

    private static void InsertOperations(NpgsqlBatch batch, IReadOnlyList<Append> won) => batch.Add(
        OperationsSql,
        Value(won.Select(append => append.Stream).ToArray()),
        Value(won.Select(append => append.OperationId).ToArray()),
        Value(won.Select(append => append.RequestHash).ToArray()),
        Value(won.Select(append => append.Actor).ToArray()),
        Value(won.Select(append => append.Answer).ToArray()),
        Value(won.Select(append => append.NewVersion).ToArray()));

    private static void InsertMessages(NpgsqlBatch batch, IReadOnlyList<OutboxMessage> messages, DateTimeOffset wall) => batch.Add(
        MessagesSql,
        Value(messages.Select(message => message.Id).ToArray()),
        Value(messages.Select(message => message.Source).ToArray()),
        Value(messages.Select(message => message.Version).ToArray()),
        Value(messages.Select(message => message.Index).ToArray()),
        Value(messages.Select(message => message.Target).ToArray()),
        Value(messages.Select(message => message.Payload).ToArray()),
        Value(messages.Select(message => message.DueAt.ToUnixTimeMilliseconds()).ToArray()),
        Value(messages.Select(message => message.Trace).ToArray()),
        Value(wall.ToUnixTimeMilliseconds()));

    private static void UpdateHeads(NpgsqlBatch batch, IReadOnlyList<Append> risen) => batch.Add(
        HeadsSql,
        Value(risen.Select(append => append.Stream).ToArray()),
        Value(risen.Select(append => append.NewVersion).ToArray()),
        Value(risen.Select(append => append.Events[^1].Hash).ToArray()));
}
