using System.Threading.Channels;
using ClusterActors.Journal;
using Microsoft.Extensions.Logging;

namespace ClusterActors.Storage;

/// <summary>
/// Stands between the grains and a store of snapshots: reads for them, writes behind their answers, one snapshot at a time, and
/// makes a logged miss of whatever fails. Disposing writes what waits.
/// </summary>
public sealed partial class SnapshotCache : ISnapshots, IAsyncDisposable
{
    private readonly ISnapshotStore store;
    private readonly ILogger<SnapshotCache> log;
    private readonly Channel<(string Stream, Func<byte[]> Snapshot)> waiting;
    private readonly Task writing;

    public SnapshotCache(ISnapshotStore store, SnapshotOptions options, ILogger<SnapshotCache> log)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Every, 1);
        (this.store, this.log, Every) = (store, log, options.Every);
        waiting = Channel.CreateBounded<(string Stream, Func<byte[]> Snapshot)>(
            new BoundedChannelOptions(options.MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            dropped => Dropped(dropped.Stream));

        // Made by the first grain that asks, and not to go on in that grain's turns.
        writing = Task.Run(WriteAsync);
    }

    public int Every { get; }

    public async Task<byte[]?> FindAsync(string stream)
    {
        try
        {
            return await store.FindAsync(stream);
        }
        catch (Exception fault)
        {
            NotRead(fault, stream);
            return null;
        }
    }

    public void Keep(string stream, Func<byte[]> snapshot) => waiting.Writer.TryWrite((stream, snapshot));

    public void Ignored(string stream) => NotUsed(stream);

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing;
    }

    private async Task WriteAsync()
    {
        await foreach (var (stream, snapshot) in waiting.Reader.ReadAllAsync())
        {
            try
            {
                await store.KeepAsync(stream, snapshot());
            }
            catch (Exception fault)
            {
                NotWritten(fault, stream);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The snapshot of {Stream} could not be read; its whole history is read instead")]
    private partial void NotRead(Exception fault, string stream);

    [LoggerMessage(2, LogLevel.Warning, "The snapshot of {Stream} could not be written; the next one will do")]
    private partial void NotWritten(Exception fault, string stream);

    [LoggerMessage(3, LogLevel.Warning, "More snapshots come than the store takes; that of {Stream} was let go")]
    private partial void Dropped(string stream);

    [LoggerMessage(4, LogLevel.Information, "The snapshot of {Stream} is damaged, of another release or not of this journal; its whole history is read instead")]
    private partial void NotUsed(string stream);
}
