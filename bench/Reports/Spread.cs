namespace ClusterActors.Bench.Reports;

/// <summary>A middle and its extremes. No mean: one burst of another process would move it.</summary>
internal sealed record Spread(double Median, double Min, double Max)
{
    /// <returns>Null when there is no value.</returns>
    public static Spread? OfAny(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length == 0 ? null : new((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[0], sorted[^1]);
    }
}
