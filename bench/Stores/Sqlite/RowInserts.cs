using ClusterActors.Journal;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Bench.Stores.Sqlite;

/// <summary>The four rows of an append as prepared statements: nothing is looked up, checked or hashed.</summary>
internal sealed class RowInserts : IDisposable
{
    private readonly SqliteCommand begin;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand operation;
    private readonly SqliteCommand journalEvent;
    private readonly SqliteCommand head;
    private readonly SqliteCommand view;
    private long position;

    public RowInserts(SqliteConnection connection)
    {
        begin = Prepare(connection, "BEGIN IMMEDIATE", 0);
        commit = Prepare(connection, "COMMIT", 0);
        operation = Prepare(
            connection,
            "INSERT INTO operations (stream, operation_id, request_hash, actor, answer, version) VALUES ($0, $1, $2, $3, $4, $5)",
            6);
        journalEvent = Prepare(
            connection,
            """
            INSERT INTO events (position, stream, version, type, payload, actor, operation_id, recorded_at, prev_hash, hash)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            10);
        head = Prepare(
            connection,
            """
            INSERT INTO streams (stream, version, hash) VALUES ($0, $1, $2)
            ON CONFLICT (stream) DO UPDATE SET version = excluded.version, hash = excluded.hash
            """,
            3);
        view = Prepare(
            connection,
            """
            INSERT INTO views (stream, kind, version, document) VALUES ($0, $1, $2, $3)
            ON CONFLICT (stream) DO UPDATE SET kind = excluded.kind, version = excluded.version, document = excluded.document
            """,
            4);
    }

    public void Commit(IReadOnlyList<Append> appends)
    {
        begin.ExecuteNonQuery();
        foreach (var append in appends)
            Insert(append);
        commit.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in new[] { begin, commit, operation, journalEvent, head, view })
            command.Dispose();
    }

    private void Insert(Append append)
    {
        Run(operation, append.Stream, append.OperationId, append.RequestHash, append.Actor, append.Answer, append.NewVersion);
        foreach (var e in append.Events)
            Run(
                journalEvent, ++position, e.Stream, e.Version, e.Type, e.Payload, e.Actor, e.OperationId,
                e.RecordedAt.ToUnixTimeMilliseconds(), e.PreviousHash, e.Hash);
        Run(head, append.Stream, append.NewVersion, append.Events[^1].Hash);
        if (append.View is { } shown)
            Run(view, shown.Stream, shown.Kind, shown.Version, shown.Document);
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}" });
        command.Prepare();
        return command;
    }
}
