using ClusterActors.Journal;

namespace ClusterActors.Storage;

/// <summary>Everything that one store keeps, whichever database carries it. Disposing writes what has been queued, then closes.</summary>
public interface IStore : IAsyncDisposable
{
    IJournal Journal { get; }

    IJournalReader Reader { get; }

    IOutbox Outbox { get; }

    ICheckpoints Checkpoints { get; }

    IViews Views { get; }

    INationalViews National { get; }

    IJournalViewer Viewer { get; }

    IPeople People { get; }

    IBlobs Blobs { get; }
}
