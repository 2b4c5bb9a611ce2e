namespace ClusterActors.Journal;

/// <summary>Every stream is read from its first event.</summary>
public sealed class NoSnapshots : ISnapshots
{
    public int Every => int.MaxValue;

    public Task<byte[]?> FindAsync(string stream) => Task.FromResult<byte[]?>(null);

    public void Keep(string stream, Func<byte[]> snapshot)
    {
    }

    public void Ignored(string stream)
    {
    }
}
