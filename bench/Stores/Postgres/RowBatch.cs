using ClusterActors.Journal;
using Npgsql;

namespace ClusterActors.Bench.Stores.Postgres;

/// <summary>
/// The rows of a commit as one batch of prepared statements, one for each table: one exchange with the server, which takes a batch
/// without BEGIN as one transaction. Nothing is looked up, checked or hashed, and nothing is locked for a position.
/// </summary>
internal sealed class RowBatch : IDisposable
{
    private readonly NpgsqlBatch batch;
    private long position;

    public RowBatch(NpgsqlConnection connection) => batch = new(connection)
    {
        BatchCommands =
        {
            new("""
                INSERT INTO operations (stream, operation_id, request_hash, actor, answer, version)
                SELECT * FROM unnest($1::text[], $2::text[], $3::bytea[], $4::text[], $5::bytea[], $6::bigint[])
                """),
            new("""
                INSERT INTO events (position, stream, version, type, payload, actor, operation_id, recorded_at, prev_hash, hash)
                SELECT * FROM unnest(
                  $1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::bytea[], $6::text[], $7::text[], $8::bigint[], $9::bytea[], $10::bytea[])
                """),
            new("""
                INSERT INTO streams (stream, version, hash) SELECT * FROM unnest($1::text[], $2::bigint[], $3::bytea[])
                ON CONFLICT (stream) DO UPDATE SET version = excluded.version, hash = excluded.hash
                """),
            new("""
                INSERT INTO views (stream, kind, version, document) SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[])
                ON CONFLICT (stream) DO UPDATE SET kind = excluded.kind, version = excluded.version, document = excluded.document
                """),
        },
    };

    /// <param name="appends">At most one of each stream, as the store has it.</param>
    public void Commit(IReadOnlyList<Append> appends)
    {
        var events = appends.SelectMany(append => append.Events).ToList();
        var views = appends.Select(append => append.View).OfType<ViewRow>().ToList();
        Give(0, Column(appends, append => append.Stream), Column(appends, append => append.OperationId), Column(appends, append => append.RequestHash),
            Column(appends, append => append.Actor), Column(appends, append => append.Answer), Column(appends, append => append.NewVersion));
        Give(1, Column(events, _ => ++position), Column(events, e => e.Stream), Column(events, e => e.Version), Column(events, e => e.Type),
            Column(events, e => e.Payload), Column(events, e => e.Actor), Column(events, e => e.OperationId),
            Column(events, e => e.RecordedAt.ToUnixTimeMilliseconds()), Column(events, e => e.PreviousHash), Column(events, e => e.Hash));
        Give(2, Column(appends, append => append.Stream), Column(appends, append => append.NewVersion), Column(appends, append => append.Events[^1].Hash));
        Give(3, Column(views, view => view.Stream), Column(views, view => view.Kind), Column(views, view => view.Version),
            Column(views, view => view.Document));
        batch.Prepare();
        batch.ExecuteNonQuery();
    }

    public void Dispose() => batch.Dispose();

    private void Give(int statement, params ReadOnlySpan<NpgsqlParameter> columns)
    {
        var given = batch.BatchCommands[statement].Parameters;
        given.Clear();
        foreach (var column in columns)
            given.Add(column);
    }

    private static NpgsqlParameter<TValue[]> Column<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value) =>
        new() { TypedValue = [.. rows.Select(value)] };
}
