using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Silo;

/// <summary>
/// That the store can write, proven by a commit. Anybody may ask, so there is one at a time, and one holds for a second.
/// </summary>
internal sealed class StoreProof(IStore store, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1);
    private long? proven;

    /// <exception cref="JournalException"><c>storage_unavailable</c>, <c>data_folder_in_use</c></exception>
    public async Task RenewAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            if (proven is { } since && time.GetElapsedTime(since) < Holds)
                return;
            proven = null;
            await store.ProveWritableAsync(cancel).WaitAsync(Patience, time, cancel);
            proven = time.GetTimestamp();
        }
        catch (TimeoutException late)
        {
            throw new JournalException(StoreFault.StorageUnavailable, $"The store did not commit within {Patience.TotalSeconds:0} s.", late);
        }
        catch (JournalException fault) when (fault.Code is not (StoreFault.StorageUnavailable or StoreFault.DataFolderInUse))
        {
            // Why nothing was written, or whether it was, is all the same here.
            throw new JournalException(StoreFault.StorageUnavailable, fault.Message, fault);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
