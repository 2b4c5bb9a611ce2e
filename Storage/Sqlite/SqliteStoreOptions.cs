namespace ClusterActors.Storage.Sqlite;

public sealed record SqliteStoreOptions
{
    /// <summary>The data folder; made if it does not exist.</summary>
    public required string Folder { get; init; }

    /// <summary>A new folder becomes of this kind for good; an old one must be of it. Null opens an old one of either kind.</summary>
    public FolderKind? FolderKind { get; init; } = Storage.FolderKind.Live;

    /// <summary>The wall clock of leases and retries. Never the clock that a played folder moves.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
