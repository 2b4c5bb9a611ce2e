namespace ClusterActors.Journal;

/// <summary>Faults of every store that say nothing of what was to be written: the store is away, held by another, or its answer is lost.</summary>
public static class JournalFault
{
    public const string InUse = "data_folder_in_use";
    public const string OutcomeUnknown = "outcome_unknown";
    public const string StorageUnavailable = "storage_unavailable";
}
