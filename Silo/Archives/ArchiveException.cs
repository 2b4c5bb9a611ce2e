namespace ClusterActors.Silo.Archives;

/// <summary>A year cannot be archived, or not yet. <see cref="Code"/> is stable.</summary>
internal sealed class ArchiveException(string code, string message) : Exception(message)
{
    /// <summary>The unfinished file of another run, or of one that was killed, is in the way.</summary>
    public const string Unfinished = "archive_unfinished";

    public string Code { get; } = code;
}
