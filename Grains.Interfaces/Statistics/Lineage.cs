using ClusterActors.Academy;

namespace ClusterActors.Statistics;

/// <summary>Which schools came out of which, and whose figures are to be expected when.</summary>
internal sealed class Lineage
{
    private readonly Dictionary<string, Succession> ends;
    private readonly Dictionary<string, DateOnly> founded;

    public Lineage(IEnumerable<Succession> successions)
    {
        ends = successions.DistinctBy(end => end.School).ToDictionary(end => end.School);
        founded = ends.Values.Where(end => end.Founded).DistinctBy(end => end.Successor).ToDictionary(end => end.Successor, end => end.On);
    }

    public static DateOnly EndOf(int year, ReportPeriod period) => period == ReportPeriod.FirstHalf ? new(year, 6, 30) : new(year, 12, 31);

    /// <summary>
    /// Whether a report counts in totals. Of a school that was merged it does where the school was still there at the period's end; else what
    /// happened until the merger does, if the year's regulation says so, and nothing that is so at the end.
    /// </summary>
    public static bool Counts(RollReport report, ReportPeriod period, Measure measure) =>
        Counts(report.MergedOn, report.CountsUntilMerger, report.Year, period, measure);

    /// <param name="merged">Null for a school that there is.</param>
    public static bool Counts(DateOnly? merged, bool untilMerger, int year, ReportPeriod period, Measure measure) =>
        merged is not { } on || on > EndOf(year, period) || (untilMerger && measure == Measure.During);

    /// <summary>Whether nothing is to be expected of a school, because it was founded after the period.</summary>
    public bool IsToCome(RollReport report, ReportPeriod period) =>
        report.Figures is null && founded.TryGetValue(report.School, out var since) && since > EndOf(report.Year, period);

    /// <summary>Whether the school was on the roll when the period ended.</summary>
    public static bool IsThere(RollReport report, ReportPeriod period) => report.MergedOn is not { } on || on > EndOf(report.Year, period);

    /// <summary>The school itself and all that had become part of it by that day, in the order of their codes.</summary>
    public IReadOnlyList<string> FamilyOf(string school, DateOnly by) => [.. ends.Keys.Where(other => HeirOf(other, by) == school).Append(school).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// The reports of a family in a year that are to be added up; one without figures stands for a school that was there and is on no roll.
    /// </summary>
    /// <param name="reports">Of the year, over all clusters, by school.</param>
    public IEnumerable<RollReport> Expected(IReadOnlyList<string> family, int year, ReportPeriod period, Measure measure, IReadOnlyDictionary<string, RollReport> reports)
    {
        foreach (var school in family)
        {
            if (reports.TryGetValue(school, out var report))
            {
                if (Counts(report, period, measure) && !IsToCome(report, period))
                    yield return report;
            }
            else if (WasThere(school, EndOf(year, period)))
                yield return new(year, "", school, Frozen: false, null);
        }
    }

    private string HeirOf(string school, DateOnly by)
    {
        // No longer than there are mergers: whatever is told, this ends.
        for (var step = 0; step < ends.Count && ends.TryGetValue(school, out var end) && end.On <= by; step++)
            school = end.Successor;
        return school;
    }

    private bool WasThere(string school, DateOnly day) =>
        !(founded.TryGetValue(school, out var since) && since > day) && !(ends.TryGetValue(school, out var end) && end.On <= day);
}
