namespace ClusterActors.Simulation;

/// <summary>
/// Decides when faults strike. Each kind of fault has a source of its own, so its third strike falls on the same chance of that kind
/// whatever else strikes or is left out, and has a name that lasts: <c>crash-after-append.3</c>.
/// </summary>
internal sealed class Strikes(ulong seed, Faults faults, Excerpt excerpt)
{
    private readonly Dictionary<string, Source> sources = new(StringComparer.Ordinal);
    private readonly List<string> struck = [];

    /// <summary>Names of those that happened, in order.</summary>
    public IReadOnlyList<string> Struck => struck;

    /// <summary>A fault's name in those of its strikes.</summary>
    public static string Kind(string fault) => fault.Replace(' ', '-');

    public bool Next(Func<Faults, int> rate, string fault)
    {
        if (!sources.TryGetValue(fault, out var source))
            sources.Add(fault, source = new(seed, fault));
        if (!source.Strikes(rate(faults)) || !excerpt.Has(source.Latest))
            return false;
        struck.Add(source.Latest);
        return true;
    }

    private sealed class Source(ulong seed, string fault)
    {
        private readonly string kind = Kind(fault);
        private readonly Chance chance = Chance.Of(seed, fault);
        private int strikes;

        public string Latest => FormattableString.Invariant($"{kind}.{strikes}");

        public bool Strikes(int rate)
        {
            if (!chance.OneIn(rate))
                return false;
            strikes++;
            return true;
        }
    }
}
