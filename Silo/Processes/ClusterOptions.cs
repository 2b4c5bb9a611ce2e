using ClusterActors.Storage;

namespace ClusterActors.Silo.Processes;

/// <param name="Folder">The data folder; PostgreSQL, logs and the first key lie in it.</param>
/// <param name="Port">The first gateway's; the others follow. 0 takes free ones.</param>
internal sealed record ClusterOptions(string Folder, int Silos, int Gateways, int Port, FolderKind Kind, int SiloLostAfter, int SnapshotEvery);
