using ClusterActors.Journal;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Bench.Stores.Sqlite;

/// <summary>Rows as Microsoft.Data.Sqlite writes them.</summary>
internal static class SqliteRows
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

    /// <returns>How long each of the timed commits took.</returns>
    public static IReadOnlyList<TimeSpan> Write(SqliteConnection connection, IReadOnlyList<Append[]> untimed, IReadOnlyList<Append[]> timed)
    {
        Execute(connection, Pragmas);
        foreach (var trigger in Triggers(connection))
            Execute(connection, $"DROP TRIGGER {trigger}");

        using var rows = new RowInserts(connection);
        foreach (var commit in untimed)
            rows.Commit(commit);
        return Timed.Each(timed, rows.Commit);
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
