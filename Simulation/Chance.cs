namespace ClusterActors.Simulation;

/// <summary>
/// All that is left to chance in a simulation, out of one seed: SplitMix64, written down here so that a seed means the same run
/// under every release of .NET.
/// </summary>
internal sealed class Chance(ulong seed)
{
    private ulong state = seed;

    /// <summary>What a seed holds for one purpose, whatever else is drawn from it.</summary>
    public static Chance Of(ulong seed, string purpose)
    {
        // FNV-1a: the same under every release of .NET and in every process, as the hash codes of strings are not.
        var hash = purpose.Aggregate(0xCBF29CE484222325, (h, letter) => unchecked((h ^ letter) * 0x100000001B3));
        return new Chance(seed ^ hash).Fork();
    }

    /// <summary>0 up to and without <paramref name="below"/>.</summary>
    public int Below(int below) => (int)(Next() % (ulong)below);

    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool OneIn(int times) => times > 0 && Below(times) == 0;

    public T Of<T>(IReadOnlyList<T> some) => some[Below(some.Count)];

    public TimeSpan UpTo(TimeSpan most) => TimeSpan.FromMilliseconds(Below((int)most.TotalMilliseconds + 1));

    /// <summary>A source of its own, so that what one part of the simulation draws does not shift what another draws.</summary>
    public Chance Fork() => new(Next());

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
