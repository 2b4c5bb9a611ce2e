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
    /// <param name="reports">What the schools have reported for the year, merged ones too; who has reported nothing may be left out.</param>
    /// <param name="departed">Schools that were merged: what they achieved until then counts for who plans it now, if the regulation says so.</param>
    public static IReadOnlyList<TargetProgress> Of(EquatableList<Target> targets, IReadOnlyCollection<StatisticsView> reports, EquatableList<DepartedView>? departed = null) =>
        [.. targets.Where(target => target.Measure is not null).Select(target => Of(target, target.Measure!, reports, departed ?? []))];

    private static TargetProgress Of(Target target, TargetMeasure measure, IReadOnlyCollection<StatisticsView> reports, EquatableList<DepartedView> departed)
    {
        var schools = measure.Planned.Select(planned => Of(planned, [.. Achieved(planned.School, left: null)])).ToEquatableList();
        var (sum, reported) = (measure.Planned.Sum(p => p.Value), Amount.Sum(schools.Select(s => s.Reported).OfType<Amount>()));
        return new(
            target.Number, target.Text, measure.Unit, measure.Indicator, sum, reported, ShareOf(sum, reported),
            schools.SelectMany(s => s.EstimatedMonths).Distinct().Order().ToEquatableList(),
            schools.Where(s => s.Reported is null).Select(s => s.School).ToEquatableList(), schools);

        // A school's own, and of those whose plan has passed to it what counts of them in totals, too.
        IEnumerable<Achievement> Achieved(string school, DepartedView? left)
        {
            var before = departed.Where(d => d.Successor == school && d.PlanPassed && measure.Planned.All(p => p.School != d.School)).SelectMany(d => Achieved(d.School, d));
            return Latest(measure.Indicator, reports.FirstOrDefault(r => r.School == school), left) is { } latest ? before.Prepend(latest) : before;
        }
    }

    private static Achievement? Latest(string? indicator, StatisticsView? statistics, DepartedView? left)
    {
        var report = statistics?.Reports.Where(r => r.Figures.Any(f => f.Indicator == indicator)).OrderBy(r => r.Period).LastOrDefault();
        if (report is null || (left is not null && !Lineage.Counts(left.On, left.CountsUntilMerger, statistics!.Year, report.Period, statistics.Indicators.First(i => i.Code == indicator).Measure)))
            return null;
        var figure = report.Figures.First(f => f.Indicator == indicator);
        return new(report.Period, Amount.Of(figure), figure.EstimatedMonths ?? []);
    }

    private static SchoolProgress Of(PlannedValue planned, IReadOnlyList<Achievement> achieved)
    {
        var amount = Amount.Sum(achieved.Select(a => a.Amount));
        return new(
            planned.School, planned.Value, amount, achieved is [var first, ..] ? first.Period : null, ShareOf(planned.Value, amount),
            achieved.SelectMany(a => a.EstimatedMonths).Distinct().Order().ToEquatableList());
    }

    private static decimal? ShareOf(decimal planned, Amount? reported) =>
        reported is null || planned == 0 ? null : Math.Round(reported.Value / planned, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>What one school has reported of the target's indicator.</summary>
    private sealed record Achievement(ReportPeriod Period, Amount Amount, EquatableList<int> EstimatedMonths);
}

/// <param name="Reported">Null where the school has reported nothing of it.</param>
/// <param name="Period">The report that it stands in; the school's own, where schools that were merged have reported beside it.</param>
/// <param name="Share">As of the whole target.</param>
/// <param name="EstimatedMonths">Months whose share of what is reported is an estimate.</param>
public sealed record SchoolProgress(string School, decimal Planned, Amount? Reported, ReportPeriod? Period, decimal? Share, EquatableList<int> EstimatedMonths);
