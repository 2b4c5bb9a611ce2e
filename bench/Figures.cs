using ClusterActors.Bench.Calls;
using ClusterActors.Bench.Durable;
using ClusterActors.Bench.Latency;
using ClusterActors.Bench.Shell;
using ClusterActors.Bench.Starts;
using ClusterActors.Bench.Stores;
using ClusterActors.Bench.Stores.Postgres;
using ClusterActors.Bench.Stores.Sqlite;

namespace ClusterActors.Bench;

/// <summary>All that is measured. A count is large enough for a repetition to outlast a timer's tick and a burst of another process.</summary>
internal static class Figures
{
    private static readonly IStoreKind Sqlite = new SqliteKind();
    private static readonly IStoreKind Postgres = new PostgresKind();

    public static IReadOnlyList<IFigure> All { get; } =
    [
        new DurableFigure(Sqlite, Grains: 1, CommandsEach: 1_000),
        new DurableFigure(Sqlite, Grains: 1_000, CommandsEach: 10),
        new DurableFigure(Postgres, Grains: 1, CommandsEach: 1_000),
        new DurableFigure(Postgres, Grains: 1_000, CommandsEach: 10),
        new LatencyFigure(Sqlite, Grains: 1_000, CommandsEach: 10, Arrivals: 10_000, Commits: 1_000),
        new LatencyFigure(Postgres, Grains: 1_000, CommandsEach: 10, Arrivals: 10_000, Commits: 1_000),
        new CallFigure(Callers: 1, CallsEach: 200_000),
        new CallFigure(Callers: 100, CallsEach: 4_000),
        new ShellFigure(Callers: 1, CommandsEach: 50_000),
        new ShellFigure(Callers: 100, CommandsEach: 1_000),
        new StartFigure(),
    ];

    /// <summary>
    /// The figures in whose names this one is a word or several: <c>call-1</c> is one, <c>call</c> a family, <c>postgres</c> a
    /// store; null is all.
    /// </summary>
    public static IReadOnlyList<IFigure> Named(string? name) =>
        name is null ? All : [.. All.Where(figure => $"-{figure.Name}-".Contains($"-{name}-", StringComparison.Ordinal))];
}
