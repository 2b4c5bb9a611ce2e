using ClusterActors.Journal;

namespace ClusterActors.Silo.Commands;

/// <summary>What is given as <c>--against</c>.</summary>
internal static class KeptElsewhere
{
    /// <exception cref="FormatException">The argument tells no checkpoint.</exception>
    public static IReadOnlyList<KeptCheckpoint> Read(string argument)
    {
        var kept = KeptCheckpoint.In(File.Exists(argument) ? File.ReadAllText(argument) : argument).ToList();
        return kept.Count > 0 ? kept : throw new FormatException($"'{argument}' tells no checkpoint: neither ROOT@NUMBER nor a file of such.");
    }
}
