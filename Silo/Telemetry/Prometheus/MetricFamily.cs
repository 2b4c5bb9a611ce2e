namespace ClusterActors.Silo.Telemetry.Prometheus;

/// <summary>A metric as Prometheus knows it: one name, one type, many samples.</summary>
/// <param name="Name">With its unit and, for a counter, <c>_total</c>.</param>
/// <param name="Type"><c>counter</c>, <c>gauge</c> or <c>histogram</c>.</param>
internal sealed record MetricFamily(string Name, string Type, string Help, IReadOnlyList<Sample> Samples);

/// <param name="Suffix">What a histogram's parts add to the name; else empty.</param>
internal sealed record Sample(string Suffix, IReadOnlyList<KeyValuePair<string, string>> Labels, double Value);
