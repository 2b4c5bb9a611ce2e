using Npgsql;

namespace ClusterActors.Silo;

/// <summary>
/// Connections to the table by which silos and gateways find each other. They are apart from the store's, so that a busy store
/// makes nobody look dead, and their pool has a name, so that no metric tells the database's address.
/// </summary>
internal sealed class Membership(string connection) : IDisposable
{
    public const string Invariant = "Npgsql";

    public NpgsqlDataSource Source { get; } = new NpgsqlDataSourceBuilder(connection) { Name = "membership" }.Build();

    public void Dispose() => Source.Dispose();
}
