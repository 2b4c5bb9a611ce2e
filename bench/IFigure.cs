namespace ClusterActors.Bench;

/// <summary>Something that is measured, and the least that the same machine needs for the same result.</summary>
internal interface IFigure
{
    string Name { get; }

    /// <summary>What the report calls each measurement of a repetition.</summary>
    IReadOnlyList<string> Lines => [Name];

    Unit Unit { get; }

    /// <summary>What is timed, in one sentence.</summary>
    string Measures { get; }

    IReadOnlyList<Floor> Floors { get; }

    /// <summary>What it would need to be measured here; null when nothing is missing.</summary>
    string? NotRun => null;

    /// <summary>Once the figure, then at once its floors; one measurement for each of <see cref="Lines"/>.</summary>
    Task<IReadOnlyList<Measurement>> MeasureAsync(Workplace place, CancellationToken cancel);
}

/// <param name="Does">What is timed, in one sentence.</param>
/// <param name="NotRun">What is missing here; null when nothing is.</param>
internal sealed record Floor(string Name, string Does, string? NotRun = null);

/// <summary>A figure and its floors, measured one right after the other.</summary>
/// <param name="Floors">In the order of <see cref="IFigure.Floors"/>; null for one that is not run here.</param>
/// <param name="Commits">How many commits the store made of the timed appends; null where nobody counts them.</param>
/// <param name="ArrivalsPerSecond">How often a command came; null where callers wait for their answers.</param>
internal sealed record Measurement(TimeSpan Took, IReadOnlyList<TimeSpan?> Floors, int? Commits = null, double? ArrivalsPerSecond = null)
{
    /// <summary>What of the server's memory was in the machine's when it had been timed; null where no server is measured.</summary>
    public double? ResidentMegabytes { get; init; }

    /// <summary>How much of one processor each process took while it was timed; null where one process is all there is.</summary>
    public IReadOnlyDictionary<string, double>? ProcessorShares { get; init; }

    /// <summary>How many times as long as each floor; 1 is as fast as the machine allows.</summary>
    public IReadOnlyList<double?> Ratios => [.. Floors.Select(floor => Took / floor)];
}
