using ClusterActors.Journal;

namespace ClusterActors.Tests.EntityTests;

/// <summary>Snapshots in memory, written at once.</summary>
internal sealed class TestSnapshots(int every) : ISnapshots
{
    public int Every => every;

    public Dictionary<string, byte[]> Kept { get; } = [];

    /// <summary>The streams of which a snapshot was kept, each time.</summary>
    public List<string> Writes { get; } = [];

    public List<string> Unused { get; } = [];

    public Task<byte[]?> FindAsync(string stream) => Task.FromResult(Kept.GetValueOrDefault(stream));

    public void Keep(string stream, Func<byte[]> snapshot)
    {
        Kept[stream] = snapshot();
        Writes.Add(stream);
    }

    public void Ignored(string stream) => Unused.Add(stream);
}
