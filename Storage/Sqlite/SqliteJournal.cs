using ClusterActors.Journal;

namespace ClusterActors.Storage.Sqlite;

internal sealed class SqliteJournal(SqliteWriter writer, SqliteReaders readers, OutboxBell bell, TimeProvider clock) : IJournal
{
    public Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default) =>
        readers.ReadAsync(db => Read(db, stream, from), cancel);

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

        return writer.WriteAsync(
            db => FencedWrite.Run(db, append, clock.GetUtcNow()),
            cancel,
            StoreFault.AppendFailed,
            (_, result) =>
            {
                if (result is AppendResult.Appended && (append.Messages.Count > 0 || append.SettlesMessage is not null))
                    bell.Ring();
            });
    }

    /// <summary>Needs no transaction: what is below a head that has been seen never changes.</summary>
    private static History Read(SqliteSession db, string stream, long from)
    {
        if (FencedWrite.Head(db, stream) is not { } head)
            return History.None(stream);

        var events = db.All(
            $"SELECT {EventRow.Columns} FROM events WHERE stream = $stream AND version BETWEEN $from AND $version ORDER BY version",
            EventRow.Read,
            stream,
            from,
            head.Version);
        if (!head.IsReachedBy(events, from))
            throw new JournalException(StoreFault.JournalBroken, $"The events of '{stream}' do not lead to its head at {head.Version}.");
        return new History(stream, head.Version, head.Hash, events);
    }
}
