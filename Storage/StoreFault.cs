using ClusterActors.Journal;

namespace ClusterActors.Storage;

/// <summary>The codes of <see cref="Journal.JournalException"/> that stores use; stable, the gateway and operators know them.</summary>
public static class StoreFault
{
    /// <summary>Another process, or another store in this one, holds the data folder.</summary>
    public const string DataFolderInUse = JournalFault.InUse;

    /// <summary>A played folder was to be opened as a live one.</summary>
    public const string DataFolderIsPlay = "data_folder_is_play";

    /// <summary>A live folder was to be opened as a played one.</summary>
    public const string DataFolderIsLive = "data_folder_is_live";

    /// <summary>There is no journal in the data folder.</summary>
    public const string DataFolderEmpty = "data_folder_empty";

    /// <summary>What was to be restored into holds something already.</summary>
    public const string RestoreTargetNotEmpty = "restore_target_not_empty";

    /// <summary>A later release has written this store.</summary>
    public const string SchemaTooNew = "schema_too_new";

    /// <summary>This release wants tables that the owner of the database has yet to make, and the role that opened it may not.</summary>
    public const string SchemaOutdated = "schema_outdated";

    /// <summary>A migration that has been applied is not the one that this release knows under its number.</summary>
    public const string SchemaChanged = "schema_changed";

    /// <summary>The append contradicts itself or the head it names: a fault of the program. Nothing was written.</summary>
    public const string AppendMalformed = "append_malformed";

    /// <summary>The database refused this append, and only this one. Nothing was written.</summary>
    public const string AppendFailed = "append_failed";

    /// <summary>The database refused another write. Nothing was written.</summary>
    public const string WriteFailed = "write_failed";

    /// <summary>The commit itself failed: it may or may not have been written. Repeat with the same operation id.</summary>
    public const string OutcomeUnknown = JournalFault.OutcomeUnknown;

    /// <summary>The medium is full, read-only, damaged or gone. Nothing was written.</summary>
    public const string StorageUnavailable = JournalFault.StorageUnavailable;

    /// <summary>What was read contradicts itself.</summary>
    public const string JournalBroken = "journal_broken";

    /// <summary>The store has been closed.</summary>
    public const string StoreClosed = "store_closed";
}
