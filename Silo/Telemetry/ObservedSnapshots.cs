using ClusterActors.Journal;

namespace ClusterActors.Silo.Telemetry;

internal sealed class ObservedSnapshots(ISnapshots snapshots, Instruments instruments) : ISnapshots, IAsyncDisposable
{
    public int Every => snapshots.Every;

    public async Task<byte[]?> FindAsync(string stream)
    {
        var found = await snapshots.FindAsync(stream);
        instruments.SnapshotReads.Add(1, new KeyValuePair<string, object?>(Attributes.Outcome, found is null ? "miss" : "hit"));
        return found;
    }

    public void Keep(string stream, Func<byte[]> snapshot) => snapshots.Keep(stream, snapshot);

    public void Ignored(string stream)
    {
        instruments.SnapshotsIgnored.Add(1);
        snapshots.Ignored(stream);
    }

    public ValueTask DisposeAsync() => snapshots is IAsyncDisposable writing ? writing.DisposeAsync() : ValueTask.CompletedTask;
}
