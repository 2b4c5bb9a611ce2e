namespace ClusterActors.Silo.Archives;

/// <summary>A year cannot be archived, or not yet. <see cref="Code"/> is stable.</summary>
internal sealed class ArchiveException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
