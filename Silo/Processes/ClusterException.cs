namespace ClusterActors.Silo.Processes;

/// <summary>A cluster of processes cannot be started or reached.</summary>
/// <param name="code">Stable, for scripts.</param>
internal sealed class ClusterException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
