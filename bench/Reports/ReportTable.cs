using System.Globalization;
using System.Text;

namespace ClusterActors.Bench.Reports;

/// <summary>A report for a person: the median above, its smallest and largest below.</summary>
internal static class ReportTable
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Of(Report report)
    {
        var machine = report.Machine;
        var text = new StringBuilder()
            .AppendLine(Culture, $"{machine.Cores} cores, {machine.Os}, {machine.Architecture}, {machine.Dotnet}, {machine.Gc} GC")
            .AppendLine(machine.Store)
            .AppendLine(Culture, $"Load before: {machine.LoadBefore?.ToString("0.00", Culture) ?? "unknown"}")
            .AppendLine(report.Runtime)
            .AppendLine()
            .AppendLine(Row("", "unit", "median (min to max)", "floor", "times the floor's time"));
        foreach (var figure in report.Figures)
            text.AppendLine(Row(
                figure.Name, figure.Unit, Cell(figure.Measured, Figure), Cell(figure.FloorMeasured, Figure), Cell(figure.TimesTheFloor, Ratio)));
        foreach (var figure in report.Figures)
            text.AppendLine()
                .AppendLine(Culture, $"{figure.Name}: {figure.Measures}; {figure.Repetitions.Count} repetitions.{Commits(figure)}")
                .Append(Culture, $"  Floor: {figure.Floor}.");
        return text.ToString();
    }

    private static string Row(string name, string unit, string measured, string floor, string ratio) =>
        $"{name,-13} {unit,-11} {measured,-36} {floor,-36} {ratio}".TrimEnd();

    private static string Cell(Spread spread, Func<double, string> number) =>
        $"{number(spread.Median)} ({number(spread.Min)} to {number(spread.Max)})";

    private static string Commits(FigureReport figure) => figure.Repetitions[0].Commits is null ? ""
        : string.Create(Culture, $" Commands per commit: {figure.Operations / Spread.Of(figure.Repetitions.Select(r => (double)r.Commits!)).Median:0.0}.");

    private static string Figure(double value) => value.ToString("#,0", Culture);

    private static string Ratio(double value) => value.ToString("0.00", Culture);
}
