using System.Globalization;
using System.Text;

namespace ClusterActors.Bench.Reports;

/// <summary>A report for a person: medians with their smallest and largest above, what they are of below. A row for each floor.</summary>
internal static class ReportTable
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Of(Report report)
    {
        var machine = report.Machine;
        var text = new StringBuilder()
            .AppendLine(Culture, $"{machine.Cores} cores, {machine.Os}, {machine.Architecture}, {machine.Dotnet}, {machine.Gc} GC")
            .AppendLine(report.Stores.Sqlite);
        if (report.Stores.PostgreSql is { } postgres)
            text.AppendLine(postgres);
        text.AppendLine(Culture, $"Load before: {machine.LoadBefore?.ToString("0.00", Culture) ?? "unknown"}")
            .AppendLine(report.Runtime)
            .AppendLine()
            .AppendLine(Row("", "unit", "median (min to max)", "floor", "median (min to max)", "times the floor's time"));
        foreach (var figure in report.Figures)
            foreach (var row in Rows(figure))
                text.AppendLine(row);
        foreach (var figure in report.Figures)
        {
            text.AppendLine().Append(Culture, $"{figure.Name}: {figure.Measures}; {figure.Repetitions.Count} repetitions.{Notes(figure)}");
            foreach (var floor in figure.Floors)
                text.AppendLine().Append(Culture, $"  Floor {floor.Name}: {floor.Does}.");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Rows(FigureReport figure) => figure.NotRun is { } missing
        ? [Row(figure.Name, figure.Unit, NotRun(missing), "", "", "")]
        : figure.Floors.Select((floor, n) => Row(
            n == 0 ? figure.Name : "",
            n == 0 ? figure.Unit : "",
            n == 0 ? Cell(figure.Measured, Figure) : "",
            floor.Name,
            floor.NotRun is { } withoutFloor ? NotRun(withoutFloor) : Cell(floor.Measured, Figure),
            floor.NotRun is null ? Cell(floor.TimesTheFloor, Ratio) : ""));

    private static string Row(string name, string unit, string measured, string floor, string floorMeasured, string ratio) =>
        $"{name,-32} {unit,-11} {measured,-30} {floor,-13} {floorMeasured,-30} {ratio}".TrimEnd();

    private static string NotRun(string missing) => $"not run: {missing}";

    private static string Cell(Spread? spread, Func<double, string> number) =>
        spread is null ? "" : $"{number(spread.Median)} ({number(spread.Min)} to {number(spread.Max)})";

    private static string Notes(FigureReport figure)
    {
        var commits = Spread.OfAny(figure.Repetitions.Select(repetition => repetition.Commits).OfType<int>().Select(count => (double)count));
        var arrivals = Spread.OfAny(figure.Repetitions.Select(repetition => repetition.ArrivalsPerSecond).OfType<double>());
        var resident = Spread.OfAny(figure.Repetitions.Select(repetition => repetition.ResidentMegabytes).OfType<double>());
        return (commits is null ? "" : string.Create(Culture, $" Commands per commit: {figure.Operations / commits.Median:0.0}."))
            + (arrivals is null ? "" : string.Create(Culture, $" Arrivals per second: {Figure(arrivals.Median)}."))
            + (resident is null ? "" : string.Create(Culture, $" Resident memory: {Figure(resident.Median)} MB."))
            + Shares(figure);
    }

    /// <summary>Medians of how much of one processor each process took.</summary>
    private static string Shares(FigureReport figure)
    {
        var processes = figure.Repetitions.SelectMany(repetition => repetition.ProcessorShares ?? new Dictionary<string, double>())
            .GroupBy(process => process.Key, process => process.Value)
            .Select(process => string.Create(Culture, $"{process.Key} {Spread.OfAny(process)!.Median:0.00}"))
            .ToList();
        return processes.Count == 0 ? "" : $" Processors: {string.Join(", ", processes)}.";
    }

    private static string Figure(double value) => value.ToString(value < 100 ? "0.00" : "#,0", Culture);

    private static string Ratio(double value) => value.ToString("0.00", Culture);
}
