namespace ClusterActors.Bench.Reports;

/// <summary>A line of the report.</summary>
/// <param name="Operations">How often the timed thing was done in each repetition.</param>
/// <param name="NotRun">What is missing here; then there are no numbers.</param>
internal sealed record FigureReport(
    string Name,
    string Unit,
    int Operations,
    string Measures,
    string? NotRun,
    Spread? Measured,
    IReadOnlyList<FloorReport> Floors,
    IReadOnlyList<RepetitionReport> Repetitions)
{
    /// <param name="lines">The measurements of each of the figure's lines.</param>
    public static IEnumerable<FigureReport> Of(IFigure figure, IReadOnlyList<IReadOnlyList<Measurement>> lines) =>
        figure.Lines.Zip(lines, (name, measurements) => Of(name, figure, measurements));

    private static FigureReport Of(string name, IFigure figure, IReadOnlyList<Measurement> measurements) => new(
        name,
        figure.Unit.Name,
        figure.Unit.Operations,
        figure.Measures,
        figure.NotRun,
        Spread.OfAny(measurements.Select(measurement => figure.Unit.Of(measurement.Took))),
        [.. figure.Floors.Select((floor, n) => FloorReport.Of(floor, figure.Unit, measurements, n))],
        [.. measurements.Select(measurement => RepetitionReport.Of(figure.Unit, measurement))]);
}

/// <param name="TimesTheFloor">Of the ratios one by one, not the ratio of the medians: how many times as long as the floor.</param>
internal sealed record FloorReport(string Name, string Does, string? NotRun, Spread? Measured, Spread? TimesTheFloor)
{
    /// <param name="n">Which of a measurement's floors it is.</param>
    public static FloorReport Of(Floor floor, Unit unit, IReadOnlyList<Measurement> measurements, int n) => new(
        floor.Name,
        floor.Does,
        floor.NotRun,
        Spread.OfAny(measurements.Select(measurement => measurement.Floors[n]).OfType<TimeSpan>().Select(unit.Of)),
        Spread.OfAny(measurements.Select(measurement => measurement.Ratios[n]).OfType<double>()));
}

/// <param name="Floors">In the order of the figure's floors; null for one that is not run here.</param>
/// <param name="Commits">How many commits the store made of the timed commands; null where nobody counts them.</param>
/// <param name="ArrivalsPerSecond">How often a command came; null where callers wait for their answers.</param>
/// <param name="ResidentMegabytes">The server's memory; null where no server is measured.</param>
/// <param name="ProcessorShares">How much of one processor each process took, by name; null where one process is all there is.</param>
internal sealed record RepetitionReport(
    double Measured, IReadOnlyList<double?> Floors, IReadOnlyList<double?> TimesTheFloors, int? Commits, double? ArrivalsPerSecond, double? ResidentMegabytes,
    IReadOnlyDictionary<string, double>? ProcessorShares)
{
    public static RepetitionReport Of(Unit unit, Measurement measurement) => new(
        unit.Of(measurement.Took),
        [.. measurement.Floors.Select(floor => floor is { } span ? unit.Of(span) : (double?)null)],
        measurement.Ratios,
        measurement.Commits,
        measurement.ArrivalsPerSecond,
        measurement.ResidentMegabytes,
        measurement.ProcessorShares);
}
