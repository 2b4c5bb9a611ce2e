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
