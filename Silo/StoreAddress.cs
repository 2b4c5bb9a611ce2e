using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Storage.Sqlite;
using Npgsql;

namespace ClusterActors.Silo;

/// <summary>Where the journal is kept: in the data folder (SQLite), or on a PostgreSQL server.</summary>
internal sealed record StoreAddress
{
    private const string Scheme = "postgres";

    private StoreAddress(string folder, string? connection) => (Folder, Connection) = (folder, connection);

    public string Folder { get; }

    /// <summary>Npgsql's connection string; null for SQLite.</summary>
    public string? Connection { get; }

    public string Name => Connection is null ? "SQLite" : "PostgreSQL";

    /// <param name="folder">The data folder.</param>
    /// <param name="url"><c>postgres://user:password@host:port/database</c>, or null.</param>
    /// <exception cref="JournalException"><c>store_address_invalid</c></exception>
    public static StoreAddress Of(string folder, string? url)
    {
        if (url is null)
            return new(folder, null);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not (Scheme or "postgresql") || uri.AbsolutePath.Length < 2)
            throw new JournalException("store_address_invalid", "A store is written postgres://user:password@host:port/database.");

        var user = uri.UserInfo.Split(':', 2);
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : NpgsqlConnection.DefaultPort,
            Database = Uri.UnescapeDataString(uri.AbsolutePath[1..]),
            Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : null,
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
        };
        return new(folder, connection.ConnectionString);
    }

    /// <param name="exclusive">For a process that must be the only one on the store.</param>
    /// <exception cref="JournalException">The store is in use, of the other kind, of a newer release, or cannot be reached.</exception>
    public async Task<IStore> OpenAsync(FolderKind? kind, bool exclusive) => Connection is null
        ? SqliteStore.Open(new() { Folder = Folder, FolderKind = kind })
        : await PostgresStore.OpenAsync(new() { ConnectionString = Connection, FolderKind = kind, Exclusive = exclusive });

    /// <summary>Beside whoever works on it, without its lock.</summary>
    /// <exception cref="JournalException">The store is not there, of another release, or cannot be reached.</exception>
    public async Task<IStoreReading> OpenForReadingAsync() => Connection is null
        ? await SqliteReading.OpenAsync(Folder)
        : await PostgresReading.OpenAsync(Connection);
}
