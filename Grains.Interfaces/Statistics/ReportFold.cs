using ClusterActors.Academy;

namespace ClusterActors.Statistics;

/// <summary>
/// Totals as pure functions of schools' reports. They depend on no order, and stand with the contracts because whoever reads the
/// reports may check the totals.
/// </summary>
public static class ReportFold
{
    /// <summary>The years of a five-year review.</summary>
    public const int ReviewedYears = 5;

    /// <param name="reports">Of this year and period; a school that is on two rolls counts once.</param>
    /// <param name="cluster">Null for the nation: every school there is.</param>
    /// <param name="successions">Every merger there was; null: none.</param>
    public static ReportTotals Totals(
        int year, ReportPeriod period, string? cluster, IEnumerable<RollReport> reports, IEnumerable<Indicator> catalogue, IEnumerable<Succession>? successions = null) =>
        Totals(year, period, cluster, reports, catalogue, new Lineage(successions ?? []));

    public static NationalTotals National(
        int year, ReportPeriod period, IReadOnlyList<RollReport> reports, IReadOnlyList<Indicator> catalogue, IReadOnlyList<Succession>? successions = null)
    {
        var lineage = new Lineage(successions ?? []);
        return new(
            Totals(year, period, null, reports, catalogue, lineage),
            reports.Where(r => r.Year == year).Select(r => r.Cluster).Distinct().Order(StringComparer.Ordinal)
                .Select(cluster => Totals(year, period, cluster, reports, catalogue, lineage)).ToEquatableList());
    }

    /// <param name="reports">Of this period and of both years, over all clusters.</param>
    /// <param name="successions">Every merger there was; null: none.</param>
    public static ReportComparison Compare(
        int year, int with, ReportPeriod period, string? cluster, IReadOnlyList<RollReport> reports, IEnumerable<Indicator> catalogue, IEnumerable<Succession>? successions = null)
    {
        var lineage = new Lineage(successions ?? []);
        var (after, before) = (BySchool(reports, year), BySchool(reports, with));
        var families = Of(reports, year, cluster).Where(s => Lineage.IsThere(s, period) && !lineage.IsToCome(s, period)).Select(s => (s.School, Family: lineage.FamilyOf(s.School, Lineage.EndOf(year, period)))).ToList();
        return new(year, with, period, cluster, catalogue.Where(i => i.Periods.Contains(period)).Select(i => Compared(i.Code, [.. families.Select(f => new Pair(
            f.School,
            [.. lineage.Expected(f.Family, with, period, i.Measure, before)],
            [.. lineage.Expected(f.Family, year, period, i.Measure, after)]))])).ToEquatableList());
    }

    /// <param name="reports">Of the whole year, of <see cref="ReviewedYears"/> years up to <paramref name="last"/>, over all clusters.</param>
    /// <param name="successions">Every merger there was; null: none.</param>
    public static FiveYears Review(
        int last, string? cluster, IReadOnlyList<RollReport> reports, IEnumerable<Indicator> catalogue, IEnumerable<Succession>? successions = null)
    {
        const ReportPeriod Period = ReportPeriod.FullYear;
        var (first, lineage) = (last - ReviewedYears + 1, new Lineage(successions ?? []));
        var followed = cluster is null ? null : Of(reports, last, cluster).Where(s => Lineage.IsThere(s, Period) && !lineage.IsToCome(s, Period)).Select(s => lineage.FamilyOf(s.School, Lineage.EndOf(last, Period))).ToList();
        var years = Enumerable.Range(first, ReviewedYears).Select(year => (Year: year, Reports: BySchool(reports, year))).ToList();
        return new(first, last, cluster, catalogue.Where(i => i.Periods.Contains(Period)).Select(i => Reviewed(i, years.Select(y => (
            y.Year,
            followed is null
                ? y.Reports.Values.Where(s => Lineage.Counts(s, Period, i.Measure) && !lineage.IsToCome(s, Period))
                : followed.SelectMany(family => lineage.Expected(family, y.Year, Period, i.Measure, y.Reports)))))).ToEquatableList());
    }

    private static ReportTotals Totals(int year, ReportPeriod period, string? cluster, IEnumerable<RollReport> reports, IEnumerable<Indicator> catalogue, Lineage lineage)
    {
        var schools = Of(reports, year, cluster).Where(s => Lineage.Counts(s, period, Measure.During) && !lineage.IsToCome(s, period)).ToList();
        return new(
            year,
            period,
            cluster,
            schools.Count,
            Codes(schools.Where(s => s.Figures is null)),
            schools.Count > 0 && schools.All(s => s.Frozen),
            catalogue.Where(i => i.Periods.Contains(period)).Select(i => Total(i.Code, schools.Where(s => Lineage.Counts(s, period, i.Measure)))).ToEquatableList(),
            Codes(schools.Where(s => !Lineage.IsThere(s, period))));
    }

    // By code, as everything that is named is.
    private static SortedDictionary<string, RollReport> BySchool(IEnumerable<RollReport> reports, int year) =>
        new(Of(reports, year, null).ToDictionary(r => r.School), StringComparer.Ordinal);

    private static List<RollReport> Of(IEnumerable<RollReport> reports, int year, string? cluster) =>
        [.. reports.Where(r => r.Year == year && (cluster is null || r.Cluster == cluster)).DistinctBy(r => r.School).OrderBy(r => r.School, StringComparer.Ordinal)];

    private static IndicatorTotal Total(string indicator, IEnumerable<RollReport> schools)
    {
        var (figures, missing) = Told(indicator, [.. schools]);
        return new(
            indicator,
            Amount.Sum(figures.Select(Amount.Of)),
            figures.SelectMany(f => f.EstimatedMonths ?? []).Distinct().Order().ToEquatableList(),
            figures.Count,
            missing);
    }

    /// <summary>What is expected of a school and of those merged into it.</summary>
    private sealed record Pair(string School, IReadOnlyList<RollReport> Before, IReadOnlyList<RollReport> After)
    {
        public EquatableList<string> With => Before.Concat(After).Select(r => r.School).Where(school => school != School).Distinct().Order(StringComparer.Ordinal).ToEquatableList();
    }

    private static IndicatorComparison Compared(string indicator, List<Pair> pairs)
    {
        var compared = pairs.Select(p => (p.School, p.With, Then: SumOf(indicator, p.Before), Now: SumOf(indicator, p.After))).ToList();
        var told = compared.Where(p => p is { Then: not null, Now: not null }).ToList();
        var (earlier, sum) = (Amount.Sum(told.Select(p => p.Then!)), Amount.Sum(told.Select(p => p.Now!)));
        var merged = told.Where(p => p.With.Count > 0).Select(p => new MergedComparison(p.School, p.With, p.Then!, p.Now!, p.Now!.Since(p.Then!))).ToEquatableList();
        return new(
            indicator,
            earlier,
            sum,
            earlier is null ? null : sum?.Since(earlier),
            told.Count,
            compared.Except(told).Select(p => p.School).ToEquatableList(),
            merged.Count > 0 ? ComparisonBasis.Merged : ComparisonBasis.SameSchools,
            merged.Count > 0 ? merged : null);
    }

    // Of a family everybody must have told it: a sum without one of them would pass for less than there was.
    private static Amount? SumOf(string indicator, IReadOnlyList<RollReport> family) =>
        family.All(r => FigureOf(r, indicator) is not null) ? Amount.Sum(family.Select(r => Amount.Of(FigureOf(r, indicator)!))) : null;

    private static FiveYearIndicator Reviewed(Indicator indicator, IEnumerable<(int Year, IEnumerable<RollReport> Schools)> years)
    {
        var amounts = years.Select(y => InYear(y.Year, Total(indicator.Code, y.Schools))).ToEquatableList();
        return new(
            indicator.Code,
            indicator.Measure,
            amounts,
            indicator.Measure == Measure.During ? Amount.Sum(amounts.Select(a => a.Amount).OfType<Amount>()) : null,
            amounts.All(a => a.Amount is not null && a.Missing.Count == 0));
    }

    private static YearAmount InYear(int year, IndicatorTotal total) => new(year, total.Amount, total.Missing);

    private static (List<Figure> Figures, EquatableList<string> Missing) Told(string indicator, List<RollReport> schools) => (
        [.. schools.Select(s => FigureOf(s, indicator)).OfType<Figure>()],
        Codes(schools.Where(s => FigureOf(s, indicator) is null)));

    private static Figure? FigureOf(RollReport report, string indicator) => report.Figures?.FirstOrDefault(f => f.Indicator == indicator);

    private static EquatableList<string> Codes(IEnumerable<RollReport> schools) => schools.Select(s => s.School).Order(StringComparer.Ordinal).ToEquatableList();
}
