using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Simulation.People;
using ClusterActors.Statistics;

namespace ClusterActors.Simulation.Invariants;

/// <summary>What the schools' reports add up to, counted from the events alone and in another way than the domain does.</summary>
internal sealed class ReportOracle
{
    // Since when a school is merged, by clusters and schools; null for those on the roll.
    private readonly SortedDictionary<string, SortedDictionary<string, DateOnly?>> rolls = new(StringComparer.Ordinal);
    private readonly HashSet<string> countingUntilMerger = [];
    private readonly Dictionary<(string School, ReportPeriod Period, string Indicator), Figure> figures = [];
    private readonly Dictionary<string, DateOnly> founded = new(StringComparer.Ordinal);
    private readonly HashSet<(string School, ReportPeriod Period)> told = [];
    private readonly HashSet<string> frozen = [];
    private StatisticsRules? rules;

    /// <summary>One line for each total, to compare.</summary>
    public static IEnumerable<string> Shown(ReportTotals shown) => shown.Totals.Select(t =>
        Line(shown.Cluster, t.Indicator, t.Amount?.Value, t.Amount?.Qualifier, t.Amount?.AtLeast, t.Schools, string.Join(' ', t.Missing), shown.Frozen));

    public void Add(Happened happened)
    {
        var school = happened.Recorded.Stream.Split(':') is [StatisticsKey.Kind, var code, _] ? code : "";
        switch (happened.Event)
        {
            case CampaignEvent.Opened e: Open(e); break;
            case CampaignEvent.MembersMerged e: Merge(rolls[CampaignKey.Parse(happened.Recorded.Stream).Cluster], e); break;
            case StatisticsEvent.ReportsExpected e: rules = e.Rules; break;
            case StatisticsEvent.ReportsFrozen: frozen.Add(school); break;
            case StatisticsEvent.ReportSubmitted e: Replace(school, e.Period, e.Figures); break;
            case StatisticsEvent.ReportCorrected e: Replace(school, e.Period, e.Figures); break;
            default: break;
        }
    }

    /// <summary>The nation first, then the clusters by code; each with its indicators.</summary>
    public IEnumerable<string> Expected(ReportPeriod period) =>
        from scope in rolls.Keys.Prepend((string?)null)
        from indicator in rules?.Indicators ?? []
        where indicator.Periods.Contains(period)
        select Expected(scope, period, indicator);

    private string Expected(string? cluster, ReportPeriod period, Indicator indicator)
    {
        var (sum, least, count, lower, rough, missing) = (0m, 0m, 0, false, false, new List<string>());
        foreach (var school in Counting(cluster, period, indicator.Measure))
        {
            if (!figures.TryGetValue((school, period, indicator.Code), out var figure))
            {
                missing.Add(school);
                continue;
            }

            (sum, count) = (sum + figure.Value, count + 1);
            (lower, rough) = (lower || figure.Qualifier == Qualifier.MoreThan, rough || figure.Qualifier == Qualifier.About);
            if (figure.Qualifier != Qualifier.About)
                least += figure.Value;
        }

        var qualifier = rough ? Qualifier.About : lower ? Qualifier.MoreThan : Qualifier.Exact;
        var all = Counting(cluster, period, Measure.During);
        return Line(
            cluster, indicator.Code, count == 0 ? null : sum, count == 0 ? null : qualifier, count == 0 ? null : least, count, string.Join(' ', missing), all.Count > 0 && all.All(frozen.Contains));
    }

    // Who was there at the period's end counts, and who was merged before it with what had happened, where the year's regulation says so.
    private List<string> Counting(string? cluster, ReportPeriod period, Measure measure)
    {
        var schools = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (code, roll) in rolls.Where(roll => cluster is null || roll.Key == cluster))
            schools.UnionWith(roll.Where(s => !IsToCome(s.Key, period)).Where(s => s.Value is not { } on || IsAfter(on, period) || (measure == Measure.During && countingUntilMerger.Contains(code))).Select(s => s.Key));
        return [.. schools];
    }

    private void Open(CampaignEvent.Opened opened)
    {
        rolls.Add(opened.Cluster, new(opened.Roll.ToDictionary(school => school, _ => (DateOnly?)null), StringComparer.Ordinal));
        if (opened.Regulation.Membership?.Figures?.Value == FigurePolicy.PredecessorsCount)
            countingUntilMerger.Add(opened.Cluster);
    }

    // Nothing is asked of a school for a time before it was founded.
    private bool IsToCome(string school, ReportPeriod period) => founded.TryGetValue(school, out var since) && IsAfter(since, period) && !told.Contains((school, period));

    private static bool IsAfter(DateOnly day, ReportPeriod period) => day.Year > Year.Of || (period == ReportPeriod.FirstHalf && day.Month > 6);

    private void Merge(SortedDictionary<string, DateOnly?> roll, CampaignEvent.MembersMerged merged)
    {
        foreach (var school in merged.Left)
            roll[school] = merged.Merger.On;
        if (merged.Heir is { } heir)
            (roll[heir], founded[heir]) = (null, merged.Merger.On);
    }

    private void Replace(string school, ReportPeriod period, EquatableList<Figure> reported)
    {
        told.Add((school, period));
        foreach (var old in figures.Keys.Where(k => k.School == school && k.Period == period).ToList())
            figures.Remove(old);
        foreach (var figure in reported)
            figures.Add((school, period, figure.Indicator), figure);
    }

    private static string Line(string? cluster, string indicator, decimal? sum, Qualifier? qualifier, decimal? least, int schools, string missing, bool frozen) =>
        FormattableString.Invariant($"{cluster} {indicator} {sum} {qualifier} {least} {schools} of which without: {missing}, frozen {frozen}");
}
