using ClusterActors.Journal;
using ClusterActors.Storage;
using Npgsql;

namespace ClusterActors.Silo.Commands;

/// <summary>A place for one restore that is gone with it: a folder, or a database beside the one whose address was given.</summary>
internal sealed class ScratchPlace : IAsyncDisposable
{
    private readonly string? server;

    private ScratchPlace(StoreAddress address, string? server) => (Address, this.server) = (address, server);

    public StoreAddress Address { get; }

    /// <param name="within">A folder or a <c>postgres://</c> address; null for a temporary folder.</param>
    public static async Task<ScratchPlace> MakeAsync(string? within)
    {
        var name = $"drill_{Guid.NewGuid():N}";
        if (within?.Contains("://", StringComparison.Ordinal) is not true)
            return new(StoreAddress.Of(Path.Combine(Path.GetFullPath(within ?? Path.GetTempPath()), name), null), null);
        var server = StoreAddress.Of(".", within).Connection!;
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE template0");
        return new(StoreAddress.Of(".", new UriBuilder(within) { Path = name }.Uri.OriginalString), server);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await ExecuteAsync(server, $"DROP DATABASE {new NpgsqlConnectionStringBuilder(Address.Connection).Database} WITH (FORCE)");
        else if (Directory.Exists(Address.Folder))
            Directory.Delete(Address.Folder, recursive: true);
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
        catch (NpgsqlException e)
        {
            throw new JournalException(StoreFault.StorageUnavailable, $"No database could be made or removed for the drill: {e.Message}", e);
        }
    }
}
