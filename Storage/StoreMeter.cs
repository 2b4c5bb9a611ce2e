using System.Diagnostics.Metrics;

namespace ClusterActors.Storage;

/// <summary>What only a store can measure of itself; the rest is measured by decorators before it (docs/telemetry.md).</summary>
internal static class StoreMeter
{
    private static readonly Meter Meter = new("ClusterActors");

    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram(
        "clusteractors.batch.size",
        "{write}",
        "Writes that were committed together.",
        advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256] });

    public static void Committed(int writes) => BatchSize.Record(writes);
}
