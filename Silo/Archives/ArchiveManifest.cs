using ClusterActors.Journal;

namespace ClusterActors.Silo.Archives;

/// <summary>What is in an archive: its own first file to read, and its last to be written.</summary>
/// <param name="Format">Rises when a year is written in another way than before.</param>
/// <param name="Schools">All that were ever on the roll.</param>
/// <param name="Files">All but the manifest, in their order.</param>
internal sealed record ArchiveManifest(
    int Format, string Cluster, int Year, EquatableList<string> Schools, ArchivedCheckpoint Checkpoint, EquatableList<ArchivedFile> Files)
{
    public const int CurrentFormat = 1;
}

/// <param name="Root">Lower-case hexadecimal, as is <paramref name="Previous"/>.</param>
internal sealed record ArchivedCheckpoint(long Number, long Position, string Root, string Previous)
{
    public static ArchivedCheckpoint Of(Checkpoint checkpoint) =>
        new(checkpoint.Number, checkpoint.Position, Convert.ToHexStringLower(checkpoint.Root), Convert.ToHexStringLower(checkpoint.Previous));

    public Checkpoint Read() => new(Number, Position, Convert.FromHexString(Root), Convert.FromHexString(Previous));
}

internal sealed record ArchivedFile(string Name, string Sha256);
