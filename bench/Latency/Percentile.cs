namespace ClusterActors.Bench.Latency;

internal static class Percentile
{
    /// <summary>The smallest of the spans that at least so many percent of them do not exceed.</summary>
    public static TimeSpan Of(IReadOnlyList<TimeSpan> spans, int percent) =>
        spans.Order().ElementAt((int)Math.Ceiling(spans.Count * percent / 100.0) - 1);
}
