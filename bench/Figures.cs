using ClusterActors.Bench.Calls;
using ClusterActors.Bench.Durable;
using ClusterActors.Bench.Starts;

namespace ClusterActors.Bench;

/// <summary>All that is measured. A count is large enough for a repetition to outlast a timer's tick and a burst of another process.</summary>
internal static class Figures
{
    public static IReadOnlyList<IFigure> All { get; } =
    [
        new DurableFigure(Grains: 1, CommandsEach: 1_000),
        new DurableFigure(Grains: 1_000, CommandsEach: 10),
        new CallFigure(Callers: 1, CallsEach: 200_000),
        new CallFigure(Callers: 100, CallsEach: 4_000),
        new StartFigure(),
    ];

    /// <summary>The figure of that name, or all of a family: <c>call</c> is <c>call-1</c> and <c>call-100</c>; null is all.</summary>
    public static IReadOnlyList<IFigure> Named(string? name) =>
        name is null ? All : [.. All.Where(figure => figure.Name == name || figure.Name.StartsWith(name + "-", StringComparison.Ordinal))];
}
