using ClusterActors.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Bench.Durable;

/// <summary>Holds a floor to its word: a floor that wrote other rows than the store is no floor, and its ratio no figure.</summary>
internal static class SameRows
{
    private static readonly string[] Tables = ["streams", "events", "operations", "views"];

    /// <exception cref="InvalidOperationException">A row is in one database and not in the other.</exception>
    public static void Require(string storeFolder, string floorFolder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(floorFolder, SqliteStore.FileName)};Pooling=False");
        connection.Open();
        using var attach = connection.CreateCommand();
        attach.CommandText = "ATTACH $file AS store";
        attach.Parameters.AddWithValue("$file", Path.Combine(storeFolder, SqliteStore.FileName));
        attach.ExecuteNonQuery();

        foreach (var table in Tables)
            if (Beyond(connection, $"main.{table}", $"store.{table}") + Beyond(connection, $"store.{table}", $"main.{table}") is var rows and > 0)
                throw new InvalidOperationException($"{rows} rows of '{table}' differ between the store and its floor.");
    }

    private static long Beyond(SqliteConnection connection, string one, string other)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT count(*) FROM (SELECT * FROM {one} EXCEPT SELECT * FROM {other})";
        return (long)command.ExecuteScalar()!;
    }
}
