using ClusterActors.Academy;

namespace ClusterActors.Simulation.Invariants;

/// <summary>Who is barred, told by what was barred and lifted in turn.</summary>
internal sealed class BarOracle
{
    private readonly HashSet<(string School, int Year, BarKind Kind)> standing = [];

    public static BarOracle Of(IEnumerable<SchoolBar> bars)
    {
        var oracle = new BarOracle();
        foreach (var bar in bars.Where(x => x.Lifted is null))
            oracle.Add(bar.Bar);
        return oracle;
    }

    public void Add(Bar bar) => standing.Add((bar.School, bar.Year, bar.Kind));

    public void Remove(Lifting lifting) => standing.Remove((lifting.School, lifting.Year, lifting.Kind));

    /// <param name="rules">Of the year of the bar; null where there is no regulation.</param>
    public bool Keeps(string school, int year, Regulation? rules, BarredFrom from)
    {
        foreach (var rule in rules?.Bars?.Kinds ?? [])
        {
            if (rule.From.Value.Contains(from) && standing.Contains((school, year, rule.Kind)))
                return true;
        }

        return false;
    }
}
