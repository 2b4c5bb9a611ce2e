using ClusterActors.Bench.Scale;
using ClusterActors.Bench.Stores;
using ClusterActors.Bench.Stores.Postgres;

namespace ClusterActors.Bench;

/// <summary>Where measurements are made: a folder on disk, and a PostgreSQL server from the first one that needs it.</summary>
internal sealed class Workplace(string home) : IAsyncDisposable
{
    private BenchServer? server;
    private (IStoreKind Store, NationSize Size, NationStore Made)? nation;

    public WorkFolder Folder { get; } = new(home);

    public async Task<BenchServer> PostgresAsync() => server ??= await BenchServer.StartAsync(Folder);

    /// <summary>The made-up nation of a size; the one before it, if it was another, is removed.</summary>
    public async Task<NationStore> NationAsync(IStoreKind store, NationSize size)
    {
        if (nation is { } kept && kept.Store == store && kept.Size == size)
            return kept.Made;
        await ForgetNationAsync();
        var made = await NationStore.MakeAsync(store, size, this);
        nation = (store, size, made);
        return made;
    }

    /// <summary>What PostgreSQL is measured on; null when nothing has needed it.</summary>
    public async Task<string?> AboutPostgresAsync() => server is null ? null : await server.AboutAsync();

    public async ValueTask DisposeAsync()
    {
        await ForgetNationAsync();
        if (server is not null)
            await server.DisposeAsync();
        Folder.Dispose();
    }

    private async Task ForgetNationAsync()
    {
        if (nation is { } kept)
            await kept.Made.DisposeAsync();
        nation = null;
    }
}
