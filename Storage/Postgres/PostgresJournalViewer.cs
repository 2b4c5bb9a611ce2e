using System.Text;
using static ClusterActors.Storage.Postgres.Statements;

namespace ClusterActors.Storage.Postgres;

internal sealed class PostgresJournalViewer(PostgresReads reads) : IJournalViewer
{
    public async Task<JournalPage> OfSchoolAsync(string school, long? before, int limit, CancellationToken cancel = default) => JournalEntries.Page(
        await reads.AllAsync(
            SchoolSql.Journal,
            EventRow.Read,
            cancel,
            Value(new SchoolKey(school).ToString()),
            Value(school),
            Value(before ?? long.MaxValue),
            Value(Encoding.UTF8.GetBytes($"\"{school}\"")),
            Value(limit + 1L)),
        limit);
}
