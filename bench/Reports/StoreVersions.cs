using Microsoft.Data.Sqlite;

namespace ClusterActors.Bench.Reports;

/// <summary>The databases, how surely they write, and the file system below them.</summary>
/// <param name="PostgreSql">Null when nothing has needed it.</param>
internal sealed record StoreVersions(string Sqlite, string? PostgreSql)
{
    public static async Task<StoreVersions> OfAsync(Workplace place)
    {
        using var sqlite = new SqliteConnection("Data Source=:memory:");
        sqlite.Open();
        return new($"SQLite {sqlite.ServerVersion}, WAL, synchronous=FULL, on {place.Folder.FileSystem}", await place.AboutPostgresAsync());
    }
}
