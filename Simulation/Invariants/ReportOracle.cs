using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Statistics;

namespace ClusterActors.Simulation.Invariants;

/// <summary>What the schools' reports add up to, counted from the events alone and in another way than the domain does.</summary>
internal sealed class ReportOracle
{
    private readonly SortedDictionary<string, EquatableList<string>> rolls = new(StringComparer.Ordinal);
    private readonly Dictionary<(string School, ReportPeriod Period, string Indicator), Figure> figures = [];
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
            case CampaignEvent.Opened e: rolls.Add(e.Cluster, e.Roll); break;
            case CampaignEvent.MembersMerged e when CampaignKey.Parse(happened.Recorded.Stream).Cluster is var cluster:
                rolls[cluster] = rolls[cluster].Except(e.Left).Concat(e.Heir is { } heir ? [heir] : []).ToEquatableList();
                break;
            case StatisticsEvent.ReportsExpected e: rules = e.Rules; break;
            case StatisticsEvent.ReportsFrozen: frozen.Add(school); break;
            case StatisticsEvent.ReportSubmitted e: Replace(school, e.Period, e.Figures); break;
            case StatisticsEvent.ReportCorrected e: Replace(school, e.Period, e.Figures); break;
            default: break;
        }
    }

    /// <summary>The nation first, then the clusters by code; each with its indicators.</summary>
    public IEnumerable<string> Expected(ReportPeriod period) =>
        from scope in rolls.Select(r => ((string?)r.Key, r.Value)).Prepend((null, rolls.Values.SelectMany(r => r).Distinct().ToEquatableList()))
        from indicator in rules?.Indicators ?? []
        where indicator.Periods.Contains(period)
        select Expected(scope.Item1, scope.Value, period, indicator.Code);

    private string Expected(string? cluster, EquatableList<string> roll, ReportPeriod period, string indicator)
    {
        var (sum, least, count, lower, rough, missing) = (0m, 0m, 0, false, false, new List<string>());
        foreach (var school in roll.Order(StringComparer.Ordinal))
        {
            if (!figures.TryGetValue((school, period, indicator), out var figure))
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
        return Line(
            cluster, indicator, count == 0 ? null : sum, count == 0 ? null : qualifier, count == 0 ? null : least, count, string.Join(' ', missing), roll.Count > 0 && roll.All(frozen.Contains));
    }

    private void Replace(string school, ReportPeriod period, EquatableList<Figure> told)
    {
        foreach (var old in figures.Keys.Where(k => k.School == school && k.Period == period).ToList())
            figures.Remove(old);
        foreach (var figure in told)
            figures.Add((school, period, figure.Indicator), figure);
    }

    private static string Line(string? cluster, string indicator, decimal? sum, Qualifier? qualifier, decimal? least, int schools, string missing, bool frozen) =>
        FormattableString.Invariant($"{cluster} {indicator} {sum} {qualifier} {least} {schools} of which without: {missing}, frozen {frozen}");
}
