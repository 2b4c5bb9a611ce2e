using Microsoft.Data.Sqlite;

namespace ClusterActors.Storage.Sqlite;

internal sealed class SqliteViews(SqliteReaders readers) : IViews
{
    private const string Columns = "stream, kind, version, document, cluster, year, school, phase";

    public Task<ViewRow?> FindAsync(string stream, CancellationToken cancel = default) =>
        readers.ReadAsync(db => db.First($"SELECT {Columns} FROM views WHERE stream = $stream", Read, stream), cancel);

    public Task<IReadOnlyList<ViewRow>> ListAsync(string kind, CancellationToken cancel = default) =>
        readers.ReadAsync<IReadOnlyList<ViewRow>>(
            db => db.All($"SELECT {Columns} FROM views WHERE kind = $kind ORDER BY stream", Read, kind), cancel);

    public Task<byte[]?> FindAnswerAsync(string stream, string operationId, CancellationToken cancel = default) => readers.ReadAsync(
        db => db.First(
            "SELECT answer FROM operations WHERE stream = $stream AND operation_id = $operation_id",
            row => row.Bytes(0),
            stream,
            operationId),
        cancel);

    /// <summary>Part of the append that the view shows.</summary>
    public static void Upsert(SqliteSession db, ViewRow view) => db.Execute(
        $"""
        INSERT INTO views ({Columns})
        VALUES ($stream, $kind, $version, $document, $cluster, $year, $school, $phase)
        ON CONFLICT (stream) DO UPDATE SET
          kind = excluded.kind, version = excluded.version, document = excluded.document,
          cluster = excluded.cluster, year = excluded.year, school = excluded.school, phase = excluded.phase
        """,
        view.Stream, view.Kind, view.Version, view.Document, view.Cluster, view.Year, view.School, view.Phase);

    private static ViewRow Read(SqliteDataReader row) => new(
        Stream: row.GetString(0),
        Kind: row.GetString(1),
        Version: row.GetInt64(2),
        Document: row.Bytes(3),
        Cluster: row.Text(4),
        Year: row.IsDBNull(5) ? null : row.GetInt32(5),
        School: row.Text(6),
        Phase: row.Text(7));
}
