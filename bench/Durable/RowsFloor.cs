using ClusterActors.Journal;
using ClusterActors.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Bench.Durable;

/// <summary>
/// The floor of a durable command: the rows of a run once more, in the same commits, by one thread that has nothing else to do.
/// The tables are the store's own, indexes included; its triggers are dropped, since they are its guard and no part of the rows.
/// </summary>
internal static class RowsFloor
{
    // Those of SqliteSession.ForWriting that bear on writing.
    private const string Pragmas = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = OFF;
        PRAGMA secure_delete = ON;
        PRAGMA cache_size = -32768;
        PRAGMA journal_size_limit = 67108864;
        """;

    /// <returns>How long the run's timed commits took here.</returns>
    public static async Task<TimeSpan> WriteAsync(string folder, StoreRun run)
    {
        // A store makes its tables when it is opened.
        await SqliteStore.Open(new() { Folder = folder }).DisposeAsync();
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, SqliteStore.FileName)};Mode=ReadWrite;Pooling=False");
        connection.Open();
        Execute(connection, Pragmas);
        foreach (var trigger in Triggers(connection))
            Execute(connection, $"DROP TRIGGER {trigger}");

        using var rows = new RowInserts(connection);
        Write(rows, run.Opening);
        return Timed.Run(() => Write(rows, run.Commits));
    }

    private static void Write(RowInserts rows, IReadOnlyList<Append[]> commits)
    {
        foreach (var commit in commits)
        {
            rows.Begin();
            foreach (var append in commit)
                rows.Insert(append);
            rows.Commit();
        }
    }

    private static List<string> Triggers(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
            names.Add(reader.GetString(0));
        return names;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
