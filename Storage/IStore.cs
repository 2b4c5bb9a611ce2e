using ClusterActors.Journal;

namespace ClusterActors.Storage;

/// <summary>What grains, dispatcher and verification want of a store. Disposing writes what has been queued, then closes.</summary>
public interface IJournalStore : IAsyncDisposable
{
    IJournal Journal { get; }

    IJournalReader Reader { get; }

    IOutbox Outbox { get; }

    ICheckpoints Checkpoints { get; }

    IViews Views { get; }

    IPeople People { get; }

    IBlobs Blobs { get; }
}

/// <summary>Everything that one store keeps, whichever database carries it, and what is read across its streams.</summary>
public interface IStore : IJournalStore
{
    INationalViews National { get; }

    IJournalViewer Viewer { get; }

    IUpkeep Upkeep { get; }

    IOutboxAge OutboxAge { get; }

    /// <summary>Completes when a commit that changes nothing has reached the disk, the way that every write goes.</summary>
    /// <exception cref="JournalException"><c>storage_unavailable</c>, <c>outcome_unknown</c>, <c>data_folder_in_use</c></exception>
    Task ProveWritableAsync(CancellationToken cancel = default);
}

/// <summary>How long messages have waited, for operators.</summary>
public interface IOutboxAge
{
    /// <summary>
    /// Since when the oldest message has waited that could be carried now and is not parked; by the wall clock. Null when there is none,
    /// or none whose age is known: releases before this one did not keep it.
    /// </summary>
    Task<DateTimeOffset?> OldestAsync(CancellationToken cancel = default);
}
