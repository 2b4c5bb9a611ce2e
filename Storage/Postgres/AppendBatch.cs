using ClusterActors.Journal;
using Npgsql;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

/// <summary>
/// Appends to different streams in one transaction and two exchanges with the server:
/// <code>
///   1  BEGIN, settings, new heads, heads FOR UPDATE in order, stored answers, settled messages   → who wins
///   2  operations, messages, views, heads, events with their positions, COMMIT                   → written
/// </code>
/// Heads are locked before operations are looked up, so that an answer that another process is about to store is waited for.
/// The lock of positions is taken and let go inside the second exchange: no client can stop while it holds it.
/// </summary>
internal sealed class AppendBatch(NpgsqlConnection connection, WriteSettings settings, IReadOnlyList<PendingAppend> appends)
{
    private const string NewHeadsSql = """
        INSERT INTO streams (stream, version, hash) SELECT stream, 0, $2 FROM unnest($1::text[]) AS stream ORDER BY stream COLLATE "C"
        ON CONFLICT DO NOTHING
        """;

    private const string HeadsSql = "SELECT stream, version, hash FROM streams WHERE stream = ANY ($1::text[]) ORDER BY stream FOR UPDATE";

    private const string StoredSql = """
        SELECT stored.stream, stored.request_hash, stored.actor, stored.answer
        FROM unnest($1::text[], $2::text[]) AS asked(stream, operation_id)
        JOIN operations AS stored ON stored.stream = asked.stream AND stored.operation_id = asked.operation_id
        """;

    private const string SentSql = """
        SELECT sent.id FROM unnest($1::text[], $2::text[]) AS settled(source, id)
        JOIN outbox AS sent ON sent.id = settled.id AND sent.source = settled.source
        """;

    /// <summary>Whether the server may have seen COMMIT.</summary>
    public bool CommitSent { get; private set; }

    /// <summary>Tells winners from losers under the locks of their heads.</summary>
    /// <returns>Whether there is anything to write.</returns>
    public async Task<bool> DecideAsync(bool alone)
    {
        var settling = appends.Where(pending => pending.Append.SettlesMessage is not null).ToList();
        await using var batch = settings.Begin(connection, alone: alone);
        var created = appends.Where(pending => pending.Append.ExpectedVersion == 0).ToList();
        if (created.Count > 0)
            batch.Add(NewHeadsSql, Streams(created), Value(Chain.Start));
        batch.Add(HeadsSql, Streams(appends));
        batch.Add(StoredSql, Streams(appends), Value(appends.Select(pending => pending.Append.OperationId).ToArray()));
        if (settling.Count > 0)
            batch.Add(SentSql, Streams(settling), Value(settling.Select(pending => pending.Append.SettlesMessage!).ToArray()));

        await using var reader = await batch.ReadPreparedAsync();
        await reader.NextResultAsync();
        var heads = (await reader.RowsAsync(row => new StreamHead(row.GetString(0), row.GetInt64(1), row.Bytes(2)))).ToDictionary(head => head.Stream);
        await reader.NextResultAsync();
        var stored = (await reader.RowsAsync(row => (Stream: row.GetString(0), Is: new AppendResult.Duplicate(row.Bytes(1), row.GetString(2), row.Bytes(3)))))
            .ToDictionary(row => row.Stream, row => row.Is);
        var sent = new HashSet<string>();
        if (await reader.NextResultAsync())
            sent.UnionWith(await reader.RowsAsync(row => row.GetString(0)));

        foreach (var pending in appends)
            Decide(pending, heads.GetValueOrDefault(pending.Append.Stream), stored.GetValueOrDefault(pending.Append.Stream), sent);
        return appends.Any(pending => pending.Wins);
    }

    public async Task WriteAsync(DateTimeOffset wall)
    {
        var won = appends.Where(pending => pending.Wins).Select(pending => pending.Append).ToList();
        await using var batch = settings.Continue(connection);
        WonRows.Insert(batch, won, wall);
        batch.Add("COMMIT");
        await batch.PrepareAsync();
        CommitSent = true;
        await batch.ExecuteNonQueryAsync();
    }

    private static void Decide(PendingAppend pending, StreamHead? head, AppendResult.Duplicate? stored, HashSet<string> sent)
    {
        var append = pending.Append;
        var version = head?.Version ?? 0;
        if (stored is not null)
            pending.Found(stored);
        else if (version != append.ExpectedVersion)
            pending.Found(new AppendResult.Conflict(version));
        else if (append.Events is [var first, ..] && !first.PreviousHash.AsSpan().SequenceEqual(head?.Hash ?? Chain.Start))
            pending.Found(AppendShape.Malformed(append, "its first event does not join on to the head"));
        else if (append.SettlesMessage is { } settled && !sent.Contains(settled))
            pending.Found(AppendShape.Malformed(append, $"it settles '{settled}', which this stream has not sent"));
        else
            pending.Found(new AppendResult.Appended());
    }

    private static NpgsqlParameter Streams(IEnumerable<PendingAppend> of) => Value(of.Select(pending => pending.Append.Stream).ToArray());
}
