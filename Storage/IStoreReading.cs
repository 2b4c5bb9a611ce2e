using ClusterActors.Journal;

namespace ClusterActors.Storage;

/// <summary>A store as who verifies it or backs it up sees it: open beside whoever works on it, without the store's lock.</summary>
public interface IStoreReading : IAsyncDisposable
{
    IJournalReader Reader { get; }

    IUpkeep Upkeep { get; }
}
