using ClusterActors.Journal;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Storage.Sqlite;

/// <summary>Writes on a connection of its own, not the writer thread's: commands note beside a server that has the folder.</summary>
internal sealed class SqliteUpkeep(string file, SqliteReaders readers) : IUpkeep
{
    public Task<IReadOnlyList<UpkeepNote>> LatestAsync(CancellationToken cancel = default) => readers.ReadAsync<IReadOnlyList<UpkeepNote>>(
        // A folder that no server of this release has opened yet has no such table.
        db => db.Number("SELECT count(*) FROM sqlite_schema WHERE name = 'upkeep'") == 0
            ? []
            : db.All("SELECT task, at, position, findings, name FROM upkeep ORDER BY task", Read),
        cancel);

    public Task NoteAsync(UpkeepNote note, CancellationToken cancel = default)
    {
        try
        {
            using var session = SqliteSession.ForWriting(file);
            session.Script(SqliteTables.Additions);
            session.Execute(
                """
                INSERT INTO upkeep (task, at, position, findings, name) VALUES ($task, $at, $position, $findings, $name)
                ON CONFLICT (task) DO UPDATE
                SET at = excluded.at, position = excluded.position, findings = excluded.findings, name = excluded.name
                """,
                note.Task.ToString(), note.At.ToUnixTimeMilliseconds(), note.Position, note.Findings, note.Name);
            return Task.CompletedTask;
        }
        catch (SqliteException e)
        {
            return Task.FromException(SqliteFault.OfWrite(e, StoreFault.WriteFailed));
        }
    }

    private static UpkeepNote Read(SqliteDataReader row) => new(
        Enum.Parse<UpkeepTask>(row.GetString(0)), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetInt64(2), row.GetInt64(3), row.Text(4));
}
