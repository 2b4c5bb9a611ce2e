using ClusterActors.Journal;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Storage.Sqlite;

internal sealed class SqliteCheckpoints(SqliteWriter writer, SqliteReaders readers) : ICheckpoints
{
    /// <summary>On the writer's thread, between commits, so that heads and position are of one moment.</summary>
    public Task<Checkpoint> MakeAsync(CancellationToken cancel = default) => writer.WriteAsync(Make, cancel);

    public Task<Checkpoint?> LatestAsync(CancellationToken cancel = default) => readers.ReadAsync(Latest, cancel);

    public static List<Checkpoint> All(SqliteSession db) => db.All("SELECT n, position, root, prev FROM checkpoints ORDER BY n", Read);

    public static List<StreamHead> Heads(SqliteSession db) => db.All(
        "SELECT stream, version, hash FROM streams ORDER BY stream",
        row => new StreamHead(row.GetString(0), row.GetInt64(1), row.Bytes(2)));

    public static long LastPosition(SqliteSession db) => db.Number("SELECT coalesce(max(position), 0) FROM events");

    private static Checkpoint Make(SqliteSession db)
    {
        var latest = Latest(db);
        var position = LastPosition(db);
        if (latest?.Position == position)
            return latest;

        var previous = latest?.Root ?? Chain.Start;
        var root = Chain.Root(Heads(db).Select(head => (head.Stream, head.Version, head.Hash)), position, previous);
        var made = new Checkpoint((latest?.Number ?? 0) + 1, position, root, previous);
        db.Execute(
            "INSERT INTO checkpoints (n, position, root, prev) VALUES ($n, $position, $root, $prev)",
            made.Number, made.Position, made.Root, made.Previous);
        return made;
    }

    public static Checkpoint? Latest(SqliteSession db) =>
        db.First("SELECT n, position, root, prev FROM checkpoints ORDER BY n DESC LIMIT 1", Read);

    private static Checkpoint Read(SqliteDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.Bytes(2), row.Bytes(3));
}
