namespace ClusterActors.Bench.Reports;

/// <summary>A middle and its extremes. No mean: one burst of another process would move it.</summary>
internal sealed record Spread(double Median, double Min, double Max)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var (below, above) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);
        return new((below + above) / 2, sorted[0], sorted[^1]);
    }
}
