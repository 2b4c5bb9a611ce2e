using System.Globalization;
using ClusterActors.Silo.Telemetry.Prometheus;

namespace ClusterActors.Silo.Operators;

/// <summary>How the values of a histogram are spread, as far as its buckets tell.</summary>
/// <param name="Count">Since the process began.</param>
/// <param name="Mean">0 where there are none.</param>
internal sealed record Distribution(double Count, double Mean, double Median, double NinetyFifth)
{
    /// <param name="where">Which of the histogram's series.</param>
    /// <returns>Null where nothing has been measured.</returns>
    public static Distribution? Of(IEnumerable<MetricFamily> families, string name, Func<IReadOnlyList<KeyValuePair<string, string>>, bool> where)
    {
        var samples = families.FirstOrDefault(family => family.Name == name)?.Samples.Where(sample => where(sample.Labels)).ToList() ?? [];
        var count = Sum(samples, "_count");
        if (count == 0)
            return null;
        var buckets = samples.Where(sample => sample.Suffix == "_bucket")
            .GroupBy(sample => Bound(sample.Labels[^1].Value), sample => sample.Value)
            .Select(bucket => (Bound: bucket.Key, Below: bucket.Sum()))
            .OrderBy(bucket => bucket.Bound)
            .ToList();
        return new(count, Sum(samples, "_sum") / count, Quantile(buckets, 0.5 * count), Quantile(buckets, 0.95 * count));
    }

    private static double Sum(List<Sample> samples, string suffix) => samples.Where(sample => sample.Suffix == suffix).Sum(sample => sample.Value);

    private static double Bound(string le) => le == "+Inf" ? double.PositiveInfinity : double.Parse(le, CultureInfo.InvariantCulture);

    // As Prometheus does: evenly spread within a bucket; beyond the last bound, that bound.
    private static double Quantile(List<(double Bound, double Below)> buckets, double rank)
    {
        var (lower, below) = (0.0, 0.0);
        foreach (var bucket in buckets)
        {
            if (double.IsPositiveInfinity(bucket.Bound))
                break;
            if (bucket.Below >= rank)
                return lower + ((bucket.Bound - lower) * (rank - below) / (bucket.Below - below));
            (lower, below) = bucket;
        }

        return lower;
    }
}
