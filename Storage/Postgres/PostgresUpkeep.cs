using ClusterActors.Journal;
using Npgsql;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

/// <summary>Not on the writer's session: commands note beside the processes that have the store.</summary>
internal sealed class PostgresUpkeep(PostgresReads reads) : IUpkeep
{
    public async Task<IReadOnlyList<UpkeepNote>> LatestAsync(CancellationToken cancel = default) =>
        await reads.AllAsync("SELECT task, at, position, findings, name FROM upkeep ORDER BY task", Read, cancel);

    public Task NoteAsync(UpkeepNote note, CancellationToken cancel = default) => reads.ReadAsync(
        async connection =>
        {
            await using var batch = reads.Batch(connection).Add(
                """
                INSERT INTO upkeep (task, at, position, findings, name) VALUES ($1, $2, $3, $4, $5)
                ON CONFLICT (task) DO UPDATE
                SET at = excluded.at, position = excluded.position, findings = excluded.findings, name = excluded.name
                """,
                Value(note.Task.ToString()), Value(note.At.ToUnixTimeMilliseconds()), Value(note.Position), Value(note.Findings), Text(note.Name));
            return await batch.ExecuteNonQueryAsync();
        },
        cancel);

    private static UpkeepNote Read(NpgsqlDataReader row) => new(
        Enum.Parse<UpkeepTask>(row.GetString(0)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetInt64(2), row.GetInt64(3), row.TextOrNull(4));
}
