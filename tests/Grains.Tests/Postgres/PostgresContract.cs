using ClusterActors.Storage;
using ClusterActors.Tests.Journal;

namespace ClusterActors.Tests.Postgres;

/// <summary>The contract on a database of its own. Not public: <see cref="PostgresContractTests"/> runs it, where there is a server.</summary>
internal sealed class PostgresContract(TestDatabase database, bool exclusive) : StoreContract
{
    protected override async Task<IStore> OpenAsync() => await database.OpenAsync(exclusive, clock: Clock);
}
