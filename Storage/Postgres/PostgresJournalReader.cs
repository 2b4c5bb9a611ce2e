using System.Runtime.CompilerServices;
using ClusterActors.Journal;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

/// <summary>Reads in pages: one long transaction would keep the server from vacuuming.</summary>
internal sealed class PostgresJournalReader(PostgresReads reads) : IJournalReader
{
    private const long PageSize = 512;

    public async IAsyncEnumerable<JournalEvent> ReadAllAsync(long after, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        List<JournalEvent> page;
        do
        {
            page = await reads.AllAsync(
                $"SELECT {EventRow.Columns} FROM events WHERE position > $1 ORDER BY position LIMIT $2",
                EventRow.Read,
                cancel,
                Value(after),
                Value(PageSize));
            foreach (var e in page)
                yield return e;
            after = page is [.., var last] ? last.Position : after;
        }
        while (page.Count == PageSize);
    }

    public Task<JournalHeads> ReadHeadsAsync(CancellationToken cancel = default) => reads.ReadAsync(
        async connection =>
        {
            await using var batch = reads.Batch(connection).Add(PostgresCheckpoints.HeadsSql);
            await using var reader = await batch.ReadPreparedAsync();
            return await PostgresCheckpoints.HeadsAsync(reader);
        },
        cancel);

    public async Task<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancel = default) =>
        await PostgresCheckpoints.AllAsync(reads, cancel);
}
