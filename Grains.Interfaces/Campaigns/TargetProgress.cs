using ClusterActors.Academy;
using ClusterActors.Statistics;

namespace ClusterActors.Campaigns;

/// <summary>How far the schools have come with a target that has a measure.</summary>
/// <param name="Planned">The sum of what the schools plan.</param>
/// <param name="Reported">The sum of what they have reported; null where nobody has, or nothing reports it.</param>
/// <param name="Share">Of the plan, 1 for the whole of it, rounded to four decimals; null where nothing is reported or planned.</param>
/// <param name="EstimatedMonths">Months for which some school's figure holds an estimate, in order: then <paramref name="Reported"/> and <paramref name="Share"/> are partly estimated.</param>
/// <param name="Missing">Schools that plan something and have reported nothing of it.</param>
/// <param name="Schools">In the pact's order.</param>
public sealed record TargetProgress(
    int Number,
    string Text,
    string Unit,
    string? Indicator,
    decimal Planned,
    Amount? Reported,
    decimal? Share,
    EquatableList<int> EstimatedMonths,
    EquatableList<string> Missing,
    EquatableList<SchoolProgress> Schools)
{
    private const int Decimals = 4;

    /// <summary>Of every target with a measure, in the pact's order; a school's full-year report counts, until there is one the report of the first half.</summary>
    /// <param name="reports">What the schools have reported for the year; who has reported nothing may be left out.</param>
    public static IReadOnlyList<TargetProgress> Of(EquatableList<Target> targets, IReadOnlyCollection<StatisticsView> reports) =>
        [.. targets.Where(target => target.Measure is not null).Select(target => Of(target, target.Measure!, reports))];

    private static TargetProgress Of(Target target, TargetMeasure measure, IReadOnlyCollection<StatisticsView> reports)
    {
        var schools = measure.Planned.Select(planned => Of(planned, measure.Indicator, reports.FirstOrDefault(r => r.School == planned.School))).ToEquatableList();
        var (sum, reported) = (measure.Planned.Sum(p => p.Value), Amount.Sum(schools.Select(s => s.Reported).OfType<Amount>()));
        return new(
            target.Number, target.Text, measure.Unit, measure.Indicator, sum, reported, ShareOf(sum, reported),
            schools.SelectMany(s => s.EstimatedMonths).Distinct().Order().ToEquatableList(),
            schools.Where(s => s.Reported is null).Select(s => s.School).ToEquatableList(), schools);
    }

    private static SchoolProgress Of(PlannedValue planned, string? indicator, StatisticsView? statistics)
    {
        var report = statistics?.Reports.Where(r => r.Figures.Any(f => f.Indicator == indicator)).OrderBy(r => r.Period).LastOrDefault();
        var figure = report?.Figures.First(f => f.Indicator == indicator);
        var amount = figure is null ? null : Amount.Of(figure);
        return new(planned.School, planned.Value, amount, report?.Period, ShareOf(planned.Value, amount), figure?.EstimatedMonths ?? []);
    }

    private static decimal? ShareOf(decimal planned, Amount? reported) =>
        reported is null || planned == 0 ? null : Math.Round(reported.Value / planned, Decimals, MidpointRounding.AwayFromZero);
}

/// <param name="Reported">Null where the school has reported nothing of it.</param>
/// <param name="Period">The report that it stands in.</param>
/// <param name="Share">As of the whole target.</param>
/// <param name="EstimatedMonths">Months whose share of what is reported is an estimate.</param>
public sealed record SchoolProgress(string School, decimal Planned, Amount? Reported, ReportPeriod? Period, decimal? Share, EquatableList<int> EstimatedMonths);
