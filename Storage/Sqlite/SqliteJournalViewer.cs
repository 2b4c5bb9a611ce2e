namespace ClusterActors.Storage.Sqlite;

internal sealed class SqliteJournalViewer(SqliteReaders readers) : IJournalViewer
{
    public Task<JournalPage> OfSchoolAsync(string school, long? before, int limit, CancellationToken cancel = default) => readers.ReadAsync(
        db => JournalEntries.Page(
            db.All(SchoolSql.Journal, EventRow.Read, new SchoolKey(school).ToString(), school, before ?? long.MaxValue, $"\"{school}\"", limit + 1L),
            limit),
        cancel);
}
