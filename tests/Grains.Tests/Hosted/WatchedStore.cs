using System.Collections.Concurrent;
using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Tests.EntityTests;

namespace ClusterActors.Tests.Hosted;

/// <summary>A real store that tells a test whenever an append has ended, and whose appends meet the weather that a test asks for.</summary>
internal sealed class WatchedStore(IStore store, AppendBell bell) : IStore
{
    private readonly ConcurrentQueue<Weather> forecast = new();

    public Weather Next { set => forecast.Enqueue(value); }

    public IJournal Journal => new WatchedJournal(store.Journal, bell, forecast);

    public IJournalReader Reader => store.Reader;

    public IOutbox Outbox => store.Outbox;

    public ICheckpoints Checkpoints => store.Checkpoints;

    public IViews Views => store.Views;

    public INationalViews National => store.National;

    public IJournalViewer Viewer => store.Viewer;

    public IOutboxAge OutboxAge => store.OutboxAge;

    public IPeople People => store.People;

    public IBlobs Blobs => store.Blobs;

    public IUpkeep Upkeep => store.Upkeep;

    public Task ProveWritableAsync(CancellationToken cancel = default) => store.ProveWritableAsync(cancel);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private sealed class WatchedJournal(IJournal journal, AppendBell bell, ConcurrentQueue<Weather> forecast) : IJournal
    {
        public Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default) => journal.ReadAsync(stream, from, cancel);

        public async Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default)
        {
            try
            {
                var weather = forecast.TryDequeue(out var next) ? next : Weather.Fair;
                if (weather == Weather.FailsBefore)
                    throw new JournalException("store_failed", "The disk is full.");
                var result = await journal.AppendAsync(append, cancel);
                return weather == Weather.FailsAfter ? throw new JournalException("outcome_unknown", "The connection was lost.") : result;
            }
            finally
            {
                bell.Ring();
            }
        }
    }
}
