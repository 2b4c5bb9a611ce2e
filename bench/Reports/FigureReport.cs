namespace ClusterActors.Bench.Reports;

/// <summary>A figure as it is told.</summary>
/// <param name="Operations">How often the timed thing was done in each repetition.</param>
/// <param name="TimesTheFloor">Of the ratios pair by pair, not the ratio of the medians: how many times as long as the floor.</param>
internal sealed record FigureReport(
    string Name,
    string Runtime,
    string Unit,
    int Operations,
    string Measures,
    string Floor,
    Spread Measured,
    Spread FloorMeasured,
    Spread TimesTheFloor,
    IReadOnlyList<RepetitionReport> Repetitions)
{
    public static FigureReport Of(IFigure figure, IReadOnlyList<Pair> pairs) => new(
        figure.Name,
        figure.Runtime,
        figure.Unit.Name,
        figure.Unit.Operations,
        figure.Measures,
        figure.Floor,
        Spread.Of(pairs.Select(pair => figure.Unit.Of(pair.Measured))),
        Spread.Of(pairs.Select(pair => figure.Unit.Of(pair.Floor))),
        Spread.Of(pairs.Select(pair => pair.Ratio)),
        [.. pairs.Select(pair => new RepetitionReport(figure.Unit.Of(pair.Measured), figure.Unit.Of(pair.Floor), pair.Ratio, pair.Commits))]);
}

/// <param name="Commits">How many commits the store made of the timed commands; null where nothing is stored.</param>
internal sealed record RepetitionReport(double Measured, double Floor, double TimesTheFloor, int? Commits);
