using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Storage.Sqlite;
using Orleans.Storage;

namespace ClusterActors.Silo;

/// <summary>A silo's snapshots: Orleans' ADO.NET storage on the journal's database, or on a file of its own in the data folder.</summary>
internal static class SnapshotStorage
{
    // Loads Microsoft.Data.Sqlite all the same.
    private const string SqliteInvariant = "System.Data.SQLite";

    public static void AddSnapshots(this ISiloBuilder silo, IStore store, string folder)
    {
        silo.AddAdoNetGrainStorage(GrainState.Kind, options =>
        {
            if (store is PostgresStore postgres)
                (options.Invariant, options.DataSource) = (Membership.Invariant, postgres.DataSource);
            else
                (options.Invariant, options.ConnectionString) = (SqliteInvariant, $"Data Source={SnapshotFile.Prepare(folder)}");
            options.GrainStorageSerializer = new GrainStorageSnapshots.Serializer();
        });
        silo.Services.AddSingleton<ISnapshotStore>(services => new GrainStorageSnapshots(services.GetRequiredKeyedService<IGrainStorage>(GrainState.Kind)));
    }
}
