using ClusterActors.Storage;
using ClusterActors.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Tests.Journal;

/// <summary>A data folder of one test, removed with it.</summary>
internal sealed class SqliteFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("cluster-actors-").FullName;

    public string Database => System.IO.Path.Combine(Path, SqliteStore.FileName);

    public SqliteStore Open(TimeProvider clock, FolderKind kind = FolderKind.Live) =>
        SqliteStore.Open(new SqliteStoreOptions { Folder = Path, FolderKind = kind, Clock = clock });

    /// <summary>Goes to the database past the store, as an intruder or an operator could.</summary>
    public void Tamper(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
