using ClusterActors.Bench.Calls;
using ClusterActors.Bench.Durable;
using ClusterActors.Bench.Latency;
using ClusterActors.Bench.Scale;
using ClusterActors.Bench.Shell;
using ClusterActors.Bench.Silos;
using ClusterActors.Bench.Starts;
using ClusterActors.Bench.Stores;
using ClusterActors.Bench.Stores.Postgres;
using ClusterActors.Bench.Stores.Sqlite;

namespace ClusterActors.Bench;

/// <summary>What is measured. A count is large enough for a repetition to outlast a timer's tick and a burst of another process.</summary>
internal static class Figures
{
    private static readonly IStoreKind Sqlite = new SqliteKind();
    private static readonly IStoreKind Postgres = new PostgresKind();

    /// <summary>What is measured unless something is named.</summary>
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

    /// <summary>What takes so long that it is measured only when it is named. The figures of one nation stand together: it is made once.</summary>
    public static IReadOnlyList<IFigure> Scale { get; } =
    [
        .. from store in new[] { Sqlite, Postgres }
           from size in new NationSize[] { new(63, 10), new(1_000, 150), new(10_000, 1_500), new(100_000, 10_000) }
           from figure in OfNation(store, size)
           select figure,
        new SilosFigure(Silos: 1, Callers: 64, CommandsEach: 50),
        new SilosFigure(Silos: 2, Callers: 64, CommandsEach: 50),
        new SilosFigure(Silos: 3, Callers: 64, CommandsEach: 50),
    ];

    /// <summary>
    /// The figures in whose names this one is a word or several: <c>call-1</c> is one, <c>call</c> a family, <c>postgres</c> a
    /// store, <c>scale-views-sqlite</c> a part of a family; null is all but those of <see cref="Scale"/>, whose names begin with it.
    /// </summary>
    public static IReadOnlyList<IFigure> Named(string? name) => name is null
        ? All
        : [.. (IsOfScale(name) ? Scale : All).Where(figure => $"-{figure.Name}-".Contains($"-{name}-", StringComparison.Ordinal))];

    private static bool IsOfScale(string name) => $"{name}-".StartsWith("scale-", StringComparison.Ordinal);

    private static IEnumerable<IFigure> OfNation(IStoreKind store, NationSize size) =>
    [
        new ScaleStartFigure(store, size),
        new ScaleViewsFigure(store, size),
        new ScaleTouchFigure(store, size, Callers: 21, GrainsEach: Math.Min(size.Schools, 10_000) / 21),
        new ScaleAcademyFigure(store, size),
        new ScaleGuidanceFigure(store, size),
    ];
}
