using ClusterActors.Journal;

namespace ClusterActors.Simulation.Silos;

/// <summary>A cache that all silos share, that forgets, and that gives back damaged bytes.</summary>
internal sealed class SimulatedSnapshots(World world) : ISnapshots
{
    private readonly Dictionary<string, byte[]> kept = new(StringComparer.Ordinal);

    public int Every => 5;

    public Task<byte[]?> FindAsync(string stream)
    {
        if (!kept.TryGetValue(stream, out var bytes) || world.Strikes(f => f.MissedSnapshots, "missed snapshot"))
            return Task.FromResult<byte[]?>(null);
        if (!world.Strikes(f => f.MissedSnapshots, "damaged snapshot"))
            return Task.FromResult<byte[]?>(bytes);
        var damaged = bytes.ToArray();
        damaged[world.Misfortune.Below(damaged.Length)] ^= 1;
        return Task.FromResult<byte[]?>(damaged);
    }

    public void Keep(string stream, Func<byte[]> snapshot) => kept[stream] = snapshot();

    public void Ignored(string stream) => world.Coverage.Reached(Coverage.Fault, "ignored snapshot");
}
