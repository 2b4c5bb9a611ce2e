using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Tests.Journal;

namespace ClusterActors.Tests.Postgres;

/// <summary>The contract on a database of its own. Not public: <see cref="PostgresContractTests"/> runs it, where there is a server.</summary>
internal sealed class PostgresContract(string connectionString, bool exclusive) : JournalContract
{
    protected override async Task<IStore> OpenAsync() => await PostgresStore.OpenAsync(new PostgresStoreOptions
    {
        ConnectionString = connectionString,
        Exclusive = exclusive,
        Clock = Clock,
    });
}
