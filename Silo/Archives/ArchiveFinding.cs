namespace ClusterActors.Silo.Archives;

/// <summary>One thing that is wrong with an archive.</summary>
/// <param name="Code">One of the codes below or of <see cref="Journal.Finding"/>; stable.</param>
/// <param name="Place">A file in it, a stream and version, or a checkpoint.</param>
internal sealed record ArchiveFinding(string Code, string Place)
{
    /// <summary>It cannot be read, or is no archive of a year.</summary>
    public const string Unreadable = "archive_unreadable";

    /// <summary>A file is not the one that the manifest tells of, is missing, or is one too many.</summary>
    public const string FileChanged = "file_changed";

    /// <summary>Written again from its own entries it is not the same file: a page or a table does not follow from the journal.</summary>
    public const string NotReproduced = "archive_not_reproduced";

    /// <summary>It is of another format than this release writes; what follows from its entries was not compared.</summary>
    public const string OtherFormat = "archive_of_other_format";

    public override string ToString() => $"{Code}: {Place}";
}
