using System.Diagnostics.Metrics;
using ClusterActors.Silo.Operators;
using ClusterActors.Silo.Telemetry.Prometheus;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace ClusterActors.Tests.Telemetry;

public sealed class ExpositionTests
{
    [Theory]
    [InlineData("a.b.duration", "s", "histogram", "a_b_duration_seconds")]
    [InlineData("a.events", "{event}", "counter", "a_events_total")]
    [InlineData("a.total.events", "{event}", "counter", "a_events_total")]
    [InlineData("a.memory", "By", "gauge", "a_memory_bytes")]
    [InlineData("a.sent_bytes", "By", "counter", "a_sent_bytes_total")]
    [InlineData("a.usage", "1", "gauge", "a_usage_ratio")]
    [InlineData("a.usage", "1", "counter", "a_usage_total")]
    [InlineData("a.speed", "By/s", "gauge", "a_speed_bytes_per_second")]
    [InlineData("a.rate", "{event}/s", "gauge", "a_rate_per_second")]
    [InlineData("a-b..c", null, "gauge", "a_b_c")]
    [InlineData("9.lives", "", "gauge", "_9_lives")]
    public void names_follow_the_rules_of_OpenTelemetry_for_Prometheus(string name, string? unit, string type, string expected) =>
        Assert.Equal(expected, MetricName.Of(name, unit, type));

    [Fact]
    public void help_and_labels_are_escaped() => Assert.Equal(
        "# HELP x a\\\\b\\nc\n# TYPE x gauge\nx{l=\"\\\"\\\\\\n\"} +Inf\n",
        Exposition.Write([new("x", "gauge", "a\\b\nc", [new("", [new("l", "\"\\\n")], double.PositiveInfinity)])]));

    [Fact]
    public void a_histogram_is_cumulative_a_counter_a_total_and_a_second_type_of_one_name_is_left_out()
    {
        using var meter = new Meter("exposition");
        using var exporter = new PullExporter();
        using var provider = Sdk.CreateMeterProviderBuilder().AddMeter(meter.Name).AddReader(new BaseExportingMetricReader(exporter)).Build();
        var histogram = meter.CreateHistogram("h", "s", "of time", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [1, 2] });
        foreach (var value in (double[])[0.5, 1.5, 1.5, 9])
            histogram.Record(value);
        var counter = meter.CreateCounter<long>("c", "{event}");
        counter.Add(2, new KeyValuePair<string, object?>("the.kind", true));
        counter.Add(3, new KeyValuePair<string, object?>("the.kind", true));
        meter.CreateUpDownCounter<long>("same.one").Add(7);
        meter.CreateHistogram<int>("same_one").Record(1);

        var text = Exposition.Write(exporter.Read());
        Assert.Contains("# TYPE h_seconds histogram\nh_seconds_bucket{le=\"1\"} 1\nh_seconds_bucket{le=\"2\"} 3\nh_seconds_bucket{le=\"+Inf\"} 4\nh_seconds_sum 12.5\nh_seconds_count 4\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE c_total counter\nc_total{the_kind=\"true\"} 5\n", text, StringComparison.Ordinal);
        Assert.Contains("# TYPE same_one gauge\nsame_one 7\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("# TYPE same_one histogram", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void a_distribution_is_read_from_buckets_as_Prometheus_reads_them()
    {
        MetricFamily family = new("h", "histogram", "", [
            new("_bucket", [new("le", "1")], 50), new("_bucket", [new("le", "2")], 90), new("_bucket", [new("le", "+Inf")], 100), new("_sum", [], 120), new("_count", [], 100)]);
        Assert.Equal(new Distribution(100, 1.2, 1, 2), Distribution.Of([family], "h", _ => true));
        Assert.Null(Distribution.Of([family], "h", _ => false));
        Assert.Null(Distribution.Of([family], "other", _ => true));
    }
}
