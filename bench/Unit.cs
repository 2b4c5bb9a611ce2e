namespace ClusterActors.Bench;

/// <summary>How a span of time is told as a figure.</summary>
/// <param name="Operations">How often the timed thing was done in the span.</param>
internal sealed record Unit(string Name, int Operations, Func<TimeSpan, double> Of)
{
    public static Unit PerSecond(string what, int operations) => new($"{what}/s", operations, span => operations / span.TotalSeconds);

    public static Unit Milliseconds { get; } = new("ms", 1, span => span.TotalMilliseconds);
}
