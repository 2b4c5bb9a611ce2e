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
    public static ReportTotals Totals(
        int year, ReportPeriod period, string? cluster, IEnumerable<RollReport> reports, IEnumerable<Indicator> catalogue)
    {
        var schools = Of(reports, year, cluster);
        return new(
            year,
            period,
            cluster,
            schools.Count,
            Codes(schools.Where(s => s.Figures is null)),
            schools.Count > 0 && schools.All(s => s.Frozen),
            catalogue.Where(i => i.Periods.Contains(period)).Select(i => Total(i.Code, schools)).ToEquatableList());
    }

    public static NationalTotals National(int year, ReportPeriod period, IReadOnlyList<RollReport> reports, IReadOnlyList<Indicator> catalogue) => new(
        Totals(year, period, null, reports, catalogue),
        reports.Where(r => r.Year == year).Select(r => r.Cluster).Distinct().Order(StringComparer.Ordinal)
            .Select(cluster => Totals(year, period, cluster, reports, catalogue)).ToEquatableList());

    /// <param name="reports">Of this period and of both years, over all clusters.</param>
    public static ReportComparison Compare(
        int year, int with, ReportPeriod period, string? cluster, IReadOnlyList<RollReport> reports, IEnumerable<Indicator> catalogue)
    {
        var (after, before) = (Of(reports, year, cluster), Of(reports, with, null).ToDictionary(r => r.School));
        return new(
            year, with, period, cluster, catalogue.Where(i => i.Periods.Contains(period)).Select(i => Compared(i.Code, after, before)).ToEquatableList());
    }

    /// <param name="reports">Of the whole year, of <see cref="ReviewedYears"/> years up to <paramref name="last"/>, over all clusters.</param>
    public static FiveYears Review(int last, string? cluster, IReadOnlyList<RollReport> reports, IEnumerable<Indicator> catalogue)
    {
        var first = last - ReviewedYears + 1;
        var followed = cluster is null ? null : Of(reports, last, cluster).Select(r => r.School).ToList();
        var years = Enumerable.Range(first, ReviewedYears).Select(year => (Year: year, Schools: Followed(Of(reports, year, null), year, followed))).ToList();
        return new(first, last, cluster, catalogue.Where(i => i.Periods.Contains(ReportPeriod.FullYear)).Select(i => Reviewed(i, years)).ToEquatableList());
    }

    private static List<RollReport> Of(IEnumerable<RollReport> reports, int year, string? cluster) =>
        [.. reports.Where(r => r.Year == year && (cluster is null || r.Cluster == cluster)).DistinctBy(r => r.School).OrderBy(r => r.School, StringComparer.Ordinal)];

    private static IndicatorTotal Total(string indicator, List<RollReport> schools)
    {
        var (figures, missing) = Told(indicator, schools);
        return new(
            indicator,
            Amount.Sum(figures.Select(Amount.Of)),
            figures.SelectMany(f => f.EstimatedMonths ?? []).Distinct().Order().ToEquatableList(),
            figures.Count,
            missing);
    }

    private static IndicatorComparison Compared(string indicator, List<RollReport> after, Dictionary<string, RollReport> before)
    {
        var pairs = after.Select(now => (now.School, Now: FigureOf(now, indicator), Then: before.TryGetValue(now.School, out var then) ? FigureOf(then, indicator) : null)).ToList();
        var compared = pairs.Where(p => p is { Now: not null, Then: not null }).ToList();
        var (sum, earlier) = (Amount.Sum(compared.Select(p => Amount.Of(p.Now!))), Amount.Sum(compared.Select(p => Amount.Of(p.Then!))));
        return new(
            indicator, earlier, sum, earlier is null ? null : sum?.Since(earlier), compared.Count, pairs.Except(compared).Select(p => p.School).ToEquatableList());
    }

    private static FiveYearIndicator Reviewed(Indicator indicator, List<(int Year, List<RollReport> Schools)> years)
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

    // A followed school that was on no roll of a year has reported nothing in it, and is missing.
    private static List<RollReport> Followed(List<RollReport> schools, int year, List<string>? followed) => followed is null
        ? schools
        : [.. followed.Select(school => schools.Find(r => r.School == school) ?? new RollReport(year, "", school, Frozen: false, null))];

    private static (List<Figure> Figures, EquatableList<string> Missing) Told(string indicator, List<RollReport> schools) => (
        [.. schools.Select(s => FigureOf(s, indicator)).OfType<Figure>()],
        Codes(schools.Where(s => FigureOf(s, indicator) is null)));

    private static Figure? FigureOf(RollReport report, string indicator) => report.Figures?.FirstOrDefault(f => f.Indicator == indicator);

    private static EquatableList<string> Codes(IEnumerable<RollReport> schools) => schools.Select(s => s.School).ToEquatableList();
}
