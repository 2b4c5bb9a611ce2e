using ClusterActors.Bench.Stores.Postgres;

namespace ClusterActors.Bench;

/// <summary>Where measurements are made: a folder on disk, and a PostgreSQL server from the first one that needs it.</summary>
internal sealed class Workplace(string home) : IAsyncDisposable
{
    private BenchServer? server;

    public WorkFolder Folder { get; } = new(home);

    public async Task<BenchServer> PostgresAsync() => server ??= await BenchServer.StartAsync(Folder);

    /// <summary>What PostgreSQL is measured on; null when nothing has needed it.</summary>
    public async Task<string?> AboutPostgresAsync() => server is null ? null : await server.AboutAsync();

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        Folder.Dispose();
    }
}
