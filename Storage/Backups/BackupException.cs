namespace ClusterActors.Storage.Backups;

/// <summary>A backup that cannot be used. Nothing was written.</summary>
public sealed class BackupException(string code, string message) : Exception(message)
{
    /// <summary>There is no whole backup in the folder: no manifest, or a file that it names is missing.</summary>
    public const string Incomplete = "backup_incomplete";

    /// <summary>The manifest or a file is not as it was written.</summary>
    public const string Damaged = "backup_damaged";

    /// <summary>A later release wrote it.</summary>
    public const string TooNew = "backup_too_new";

    /// <summary>It was taken of SQLite and is to go to PostgreSQL, or the other way round.</summary>
    public const string OfOtherStore = "backup_of_other_store";

    /// <summary>One of the codes above; stable.</summary>
    public string Code { get; } = code;
}
