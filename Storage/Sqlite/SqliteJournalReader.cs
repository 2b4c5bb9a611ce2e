using System.Runtime.CompilerServices;
using ClusterActors.Journal;

namespace ClusterActors.Storage.Sqlite;

/// <summary>Reads in pages: a reader that stays in one long transaction would keep the WAL from being emptied.</summary>
internal sealed class SqliteJournalReader(SqliteReaders readers) : IJournalReader
{
    private const int PageSize = 512;

    public async IAsyncEnumerable<JournalEvent> ReadAllAsync(long after, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        List<JournalEvent> page;
        do
        {
            page = await readers.ReadAsync(
                db => db.All(
                    $"SELECT {EventRow.Columns} FROM events WHERE position > $after ORDER BY position LIMIT $limit",
                    EventRow.Read,
                    after,
                    PageSize),
                cancel);
            foreach (var e in page)
                yield return e;
            after = page is [.., var last] ? last.Position : after;
        }
        while (page.Count == PageSize);
    }

    public Task<JournalHeads> ReadHeadsAsync(CancellationToken cancel = default) => readers.ReadAsync(
        db =>
        {
            // One read transaction, so that heads and position are of one moment; a throw closes the connection and ends it.
            db.Execute("BEGIN");
            var heads = new JournalHeads(SqliteCheckpoints.LastPosition(db), SqliteCheckpoints.Heads(db));
            db.Execute("COMMIT");
            return heads;
        },
        cancel);

    public Task<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancel = default) =>
        readers.ReadAsync<IReadOnlyList<Checkpoint>>(SqliteCheckpoints.All, cancel);
}
