using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace ClusterActors.Silo.Telemetry.Prometheus;

/// <summary>
/// Gives what all meters stand at, when asked. Written here because no stable release of OpenTelemetry's own exporter for
/// Prometheus exists (docs/decisions/0014-telemetry.md).
/// </summary>
[ExportModes(ExportModes.Pull)]
internal sealed class PullExporter : BaseExporter<Metric>, IPullMetricExporter
{
    private readonly Lock gate = new();
    private List<MetricFamily> families = [];

    public Func<int, bool>? Collect { get; set; }

    /// <summary>In ordinal order of names; none while the meters are not connected.</summary>
    public IReadOnlyList<MetricFamily> Read()
    {
        lock (gate)
        {
            return Collect?.Invoke(Timeout.Infinite) == true ? families : [];
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        var read = new SortedDictionary<string, MetricFamily>(StringComparer.Ordinal);
        foreach (var metric in batch)
        {
            // The first of a name stands; another of another type would make the whole answer unreadable.
            if (FamilyOf(metric) is { } family && (!read.TryGetValue(family.Name, out var same) || same.Type == family.Type))
                read[family.Name] = same is null ? family : same with { Samples = [.. same.Samples, .. family.Samples] };
        }

        families = [.. read.Values];
        return ExportResult.Success;
    }

    private static MetricFamily? FamilyOf(Metric metric)
    {
        var type = metric.MetricType switch
        {
            MetricType.LongSum or MetricType.DoubleSum => "counter",
            MetricType.LongGauge or MetricType.DoubleGauge or MetricType.LongSumNonMonotonic or MetricType.DoubleSumNonMonotonic => "gauge",
            MetricType.Histogram => "histogram",
            _ => null,
        };
        if (type is null)
            return null;
        var samples = new List<Sample>();
        foreach (ref readonly var point in metric.GetMetricPoints())
            AddSamples(metric.MetricType, in point, samples);
        var help = string.IsNullOrEmpty(metric.Description) ? metric.Name : metric.Description;
        return new(MetricName.Of(metric.Name, metric.Unit, type), type, help, samples);
    }

    private static void AddSamples(MetricType type, in MetricPoint point, List<Sample> samples)
    {
        var labels = LabelsOf(point.Tags);
        if (type != MetricType.Histogram)
        {
            samples.Add(new("", labels, type switch
            {
                MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
                MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
                MetricType.LongGauge => point.GetGaugeLastValueLong(),
                _ => point.GetGaugeLastValueDouble(),
            }));
            return;
        }

        var below = 0L;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            below += bucket.BucketCount;
            samples.Add(new("_bucket", [.. labels, new("le", Exposition.Number(bucket.ExplicitBound))], below));
        }

        samples.Add(new("_sum", labels, point.GetHistogramSum()));
        samples.Add(new("_count", labels, point.GetHistogramCount()));
    }

    private static List<KeyValuePair<string, string>> LabelsOf(ReadOnlyTagCollection tags)
    {
        var labels = new List<KeyValuePair<string, string>>(tags.Count);
        foreach (var (name, value) in tags)
            labels.Add(new(MetricName.Label(name), value is bool truth ? (truth ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
        return labels;
    }
}
