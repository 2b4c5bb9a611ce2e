using Npgsql;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

internal sealed class PostgresViews(PostgresReads reads) : IViews
{
    private const string Columns = "stream, kind, version, document, cluster, year, school, phase";

    private const string UpsertSql = $"""
        INSERT INTO views ({Columns})
        SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bytea[], $5::text[], $6::integer[], $7::text[], $8::text[])
        ON CONFLICT (stream) DO UPDATE SET
          kind = excluded.kind, version = excluded.version, document = excluded.document,
          cluster = excluded.cluster, year = excluded.year, school = excluded.school, phase = excluded.phase
        """;

    public Task<ViewRow?> FindAsync(string stream, CancellationToken cancel = default) =>
        reads.FirstAsync($"SELECT {Columns} FROM views WHERE stream = $1", Read, cancel, Value(stream));

    public async Task<IReadOnlyList<ViewRow>> ListAsync(string kind, CancellationToken cancel = default) =>
        await reads.AllAsync($"SELECT {Columns} FROM views WHERE kind = $1 ORDER BY stream", Read, cancel, Value(kind));

    public Task<byte[]?> FindAnswerAsync(string stream, string operationId, CancellationToken cancel = default) => reads.FirstAsync(
        "SELECT answer FROM operations WHERE stream = $1 AND operation_id = $2",
        row => row.Bytes(0),
        cancel,
        Value(stream),
        Value(operationId));

    /// <summary>Part of the appends that the views show.</summary>
    public static void Upsert(NpgsqlBatch batch, IReadOnlyList<ViewRow> views) => batch.Add(
        UpsertSql,
        Value(views.Select(view => view.Stream).ToArray()),
        Value(views.Select(view => view.Kind).ToArray()),
        Value(views.Select(view => view.Version).ToArray()),
        Value(views.Select(view => view.Document).ToArray()),
        Value(views.Select(view => view.Cluster).ToArray()),
        Value(views.Select(view => view.Year).ToArray()),
        Value(views.Select(view => view.School).ToArray()),
        Value(views.Select(view => view.Phase).ToArray()));

    private static ViewRow Read(NpgsqlDataReader row) => new(
        Stream: row.GetString(0),
        Kind: row.GetString(1),
        Version: row.GetInt64(2),
        Document: row.Bytes(3),
        Cluster: row.TextOrNull(4),
        Year: row.IsDBNull(5) ? null : row.GetInt32(5),
        School: row.TextOrNull(6),
        Phase: row.TextOrNull(7));
}
