using ClusterActors.Journal;
using Npgsql;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

/// <summary>Not on the writer's session: a checkpoint reads every head, and appends need not wait for that.</summary>
internal sealed class PostgresCheckpoints(PostgresReads reads, WriteSettings settings) : ICheckpoints
{
    /// <summary>One statement, so one snapshot: heads and position are of one moment.</summary>
    public const string HeadsSql = """
        SELECT stream, version, hash, (SELECT max(position) FROM events) FROM streams WHERE version > 0 ORDER BY stream
        """;

    private const string Columns = "n, position, root, prev";
    public const string LatestSql = $"SELECT {Columns} FROM checkpoints ORDER BY n DESC LIMIT 1";

    /// <summary>A repetition after a lost connection finds the checkpoint that was made before.</summary>
    public Task<Checkpoint> MakeAsync(CancellationToken cancel = default) => reads.ReadAsync(MakeAsync, cancel);

    public Task<Checkpoint?> LatestAsync(CancellationToken cancel = default) => reads.FirstAsync(LatestSql, Read, cancel);

    public static Task<List<Checkpoint>> AllAsync(PostgresReads reads, CancellationToken cancel) =>
        reads.AllAsync($"SELECT {Columns} FROM checkpoints ORDER BY n", Read, cancel);

    public static async Task<JournalHeads> HeadsAsync(NpgsqlDataReader reader)
    {
        var position = 0L;
        var heads = await reader.RowsAsync(row =>
        {
            position = row.GetInt64(3);
            return new StreamHead(row.GetString(0), row.GetInt64(1), row.Bytes(2));
        });
        return new JournalHeads(position, heads);
    }

    private async Task<Checkpoint> MakeAsync(NpgsqlConnection connection)
    {
        Checkpoint? latest;
        JournalHeads now;
        await using (var batch = settings.Begin(connection)
            .Add("SELECT pg_advisory_xact_lock($1)", Value(StoreLocks.Checkpoints)).Add(LatestSql).Add(HeadsSql))
        {
            await using var reader = await batch.ExecuteReaderAsync();
            await reader.NextResultAsync();
            await reader.NextResultAsync();
            latest = (await reader.RowsAsync(Read)).FirstOrDefault();
            await reader.NextResultAsync();
            now = await HeadsAsync(reader);
        }

        await using var end = settings.Continue(connection);
        if (latest?.Position == now.Position)
        {
            await end.Add("ROLLBACK").ExecuteNonQueryAsync();
            return latest;
        }

        var previous = latest?.Root ?? Chain.Start;
        var root = Chain.Root(now.Heads.Select(head => (head.Stream, head.Version, head.Hash)), now.Position, previous);
        var made = new Checkpoint((latest?.Number ?? 0) + 1, now.Position, root, previous);
        await end
            .Add(
                $"INSERT INTO checkpoints ({Columns}) VALUES ($1, $2, $3, $4)",
                Value(made.Number), Value(made.Position), Value(made.Root), Value(made.Previous))
            .Add("COMMIT")
            .ExecuteNonQueryAsync();
        return made;
    }

    public static Checkpoint Read(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.Bytes(2), row.Bytes(3));
}
