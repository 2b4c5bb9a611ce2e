using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Storage.Sqlite;

namespace ClusterActors.Silo;

/// <summary>The snapshots of the Local build: in the journal's database, or in a file of their own in the data folder.</summary>
internal static class SnapshotStorage
{
    public static IServiceCollection AddSnapshots(this IServiceCollection services, IStore store, string folder) =>
        services.AddSingleton<ISnapshotStore>(_ => store is PostgresStore postgres ? new PostgresSnapshots(postgres.DataSource) : new SqliteSnapshots(folder));
}
