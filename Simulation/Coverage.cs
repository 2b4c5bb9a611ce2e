namespace ClusterActors.Simulation;

/// <summary>What a simulation has met, by kind and name: a fault that never struck and a refusal that never fell prove nothing.</summary>
public sealed class Coverage
{
    public const string Event = "event";
    public const string Refusal = "refusal";
    public const string Fault = "fault";
    public const string Port = "port";
    public const string Append = "append";
    public const string Person = "person";

    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);

    /// <summary>Counts by <c>kind name</c>, in ordinal order.</summary>
    public IReadOnlyDictionary<string, long> Counts => counts;

    public long Of(string kind, string name) => counts.GetValueOrDefault($"{kind} {name}");

    public void Add(Coverage other)
    {
        foreach (var (name, count) in other.counts)
            counts[name] = counts.GetValueOrDefault(name) + count;
    }

    internal void Reached(string kind, string name)
    {
        var key = $"{kind} {name}";
        counts[key] = counts.GetValueOrDefault(key) + 1;
    }
}
