using System.Data.Common;
using System.Globalization;

namespace ClusterActors.Bench.Stores;

/// <summary>Holds a floor to its word: a floor that wrote other rows than the store is no floor, and its ratio no figure.</summary>
internal static class SameRows
{
    private static readonly string[] Tables = ["streams", "events", "operations", "views"];

    /// <exception cref="InvalidOperationException">A row is in one database and not in the other.</exception>
    public static void Require(DbConnection store, DbConnection floor)
    {
        foreach (var table in Tables)
        {
            var rows = Rows(store, table);
            rows.SymmetricExceptWith(Rows(floor, table));
            if (rows.Count > 0)
                throw new InvalidOperationException($"{rows.Count} rows of '{table}' differ between the store and its floor.");
        }
    }

    private static HashSet<string> Rows(DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table}";
        using var reader = command.ExecuteReader();
        var rows = new HashSet<string>(StringComparer.Ordinal);
        var values = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(values);
            rows.Add(string.Join('|', values.Select(Text)));
        }

        return rows;
    }

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
