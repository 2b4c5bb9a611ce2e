using ClusterActors.Journal;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

internal sealed class PostgresJournal(PostgresWriter writer, PostgresReads reads, OutboxBell bell, HeldMessages held) : IJournal
{
    private const string HeadSql = "SELECT version, hash FROM streams WHERE stream = $1 AND version > 0";
    private const string EventsSql = $"SELECT {EventRow.Columns} FROM events WHERE stream = $1 AND version >= $2 ORDER BY version";

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default)
    {
        try
        {
            AppendShape.Check(append);
        }
        catch (JournalException malformed)
        {
            return Task.FromException<AppendResult>(malformed);
        }

        return writer.AppendAsync(append, Appended, cancel);
    }

    /// <summary>Needs no transaction: what is below a head that has been seen never changes.</summary>
    public async Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default)
    {
        var (head, events) = await reads.ReadAsync(
            async connection =>
            {
                await using var batch = reads.Batch(connection).Add(HeadSql, Value(stream)).Add(EventsSql, Value(stream), Value(from));
                await using var reader = await batch.ReadPreparedAsync();
                var heads = await reader.RowsAsync(row => new StreamHead(stream, row.GetInt64(0), row.Bytes(1)));
                await reader.NextResultAsync();
                return (heads.FirstOrDefault(), await reader.RowsAsync(EventRow.Read));
            },
            cancel);
        if (head is null)
            return History.None(stream);

        // Events of a later append than the head that was seen.
        events.RemoveAll(e => e.Version > head.Version);
        if (!head.IsReachedBy(events, from))
            throw new JournalException(StoreFault.JournalBroken, $"The events of '{stream}' do not lead to its head at {head.Version}.");
        return new History(stream, head.Version, head.Hash, events);
    }

    private void Appended(Append append)
    {
        if (append.SettlesMessage is { } settled)
            held.Free(settled);
        if (append.Messages.Count > 0 || append.SettlesMessage is not null)
            bell.Ring();
    }
}
