using System.Runtime.CompilerServices;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Inspections;
using ClusterActors.Schools;
using ClusterActors.Statistics;
using ClusterActors.Storage;

namespace ClusterActors.Simulation.Store;

/// <summary>National queries over the same view rows as those of the databases, without SQL.</summary>
internal sealed class SimulatedNationalViews(SimulatedStore store) : INationalViews
{
    // A row is asked for many times before it changes.
    private readonly ConditionalWeakTable<ViewRow, object> read = [];

    public Task<IReadOnlyList<ClusterStanding>> ClustersOfAsync(int year, DateOnly today, CancellationToken cancel = default) => All(() =>
        Clusters()
            .Select(cluster => (cluster.Dissolution, Standing: Standing(cluster, Campaign(cluster.Cluster, year), today)))
            .Where(c => c.Dissolution is null || c.Standing.Phase is not null).Select(c => c.Standing));

    public Task<IReadOnlyList<SchoolScore>> ScoresOfAsync(int year, CancellationToken cancel = default) => All(() =>
    {
        var rows = Campaigns(year).SelectMany(c => c.Ranking.Select(row => (c.Cluster, Row: row, Self: c.Sheets.FirstOrDefault(s => s.School == row.School)?.SelfTotal))).ToList();
        return rows
            .OrderByDescending(r => r.Row.Total).ThenBy(r => r.Cluster, StringComparer.Ordinal).ThenBy(r => r.Row.School, StringComparer.Ordinal)
            .Select(r => new SchoolScore(1 + rows.Count(other => other.Row.Total > r.Row.Total), r.Row.School, r.Cluster, r.Row.Rank, r.Row.Total, r.Self));
    });

    public Task<IReadOnlyList<AwardNomination>> AwardsOfAsync(int year, CancellationToken cancel = default) => All(() =>
        Campaigns(year).SelectMany(c => c.Nominations.Select(n => Nomination(c, n))));

    public Task<IReadOnlyList<ClusterOfficers>> OfficersOfAsync(int year, CancellationToken cancel = default) => All(() =>
        Clusters()
            .Select(cluster => (cluster.Dissolution, Officers: Officers(cluster, Campaign(cluster.Cluster, year), year)))
            .Where(c => c.Dissolution is null || c.Officers.Standing is not null).Select(c => c.Officers));

    public Task<IReadOnlyList<RollReport>> ReportsOfAsync(int first, int last, ReportPeriod period, CancellationToken cancel = default) => All(() =>
        Documents<CampaignView>(CampaignKey.Kind).Where(c => c.Year >= first && c.Year <= last)
            .SelectMany(c => c.Roll.Select(school => Reported(c, school, period))
                .Concat((c.Departed ?? []).Select(d => Reported(c, d.School, period) with { MergedOn = d.On, CountsUntilMerger = d.CountsUntilMerger })))
            .OrderBy(r => r.Year).ThenBy(r => r.Cluster, StringComparer.Ordinal).ThenBy(r => r.School, StringComparer.Ordinal));

    public Task<IReadOnlyList<Succession>> SuccessionsAsync(CancellationToken cancel = default) => All(() =>
        Documents<SchoolView>(SchoolKey.Kind).Where(s => s.MergedInto is not null).OrderBy(s => s.School, StringComparer.Ordinal)
            .Select(s => new Succession(s.School, s.MergedInto!.Successor, s.MergedInto.On, s.MergedInto.IsOfNewSchool())));

    public Task<EquatableList<Indicator>> IndicatorsOfAsync(int year, CancellationToken cancel = default) => SimulatedStore.Done(() =>
        Documents<StatisticsView>(StatisticsKey.Kind, year).FirstOrDefault()?.Indicators ?? []);

    public Task<SchoolHistory?> HistoryOfAsync(string school, CancellationToken cancel = default) => SimulatedStore.Done(() =>
        Documents<SchoolView>(SchoolKey.Kind).FirstOrDefault(s => s.School == school) is { } found
            ? new SchoolHistory(school, found.Name, found.Province, found.Cluster, [.. store.ClustersOf(school)
                .SelectMany(cluster => Documents<CampaignView>(CampaignKey.Kind).Where(c => c.Cluster == cluster && (c.Roll.Contains(school) || Departed(c, school) is not null)))
                .OrderByDescending(c => c.Year).ThenBy(c => c.Cluster, StringComparer.Ordinal)
                .Select(c => InYear(c, school))])
            : null);

    public Task<SchoolPage> SearchSchoolsAsync(string text, string? after, int limit, CancellationToken cancel = default) => SimulatedStore.Done(() => JsonRow.Page(
        [.. Documents<SchoolView>(SchoolKey.Kind)
            .Where(s => string.CompareOrdinal(s.School, after) > 0 && SearchText.Of($"{s.School}\n{s.Name}\n{s.Province}").Contains(SearchText.Of(text), StringComparison.Ordinal))
            .OrderBy(s => s.School, StringComparer.Ordinal)
            .Select(s => new SchoolFound(s.School, s.Name, s.Province, s.Cluster))
            .Take(limit + 1)],
        limit));

    private ClusterStanding Standing(ClusterView cluster, CampaignView? year, DateOnly today)
    {
        if (year is null)
            return new(cluster.Cluster, cluster.Number, cluster.Name, null, cluster.Members.Count, 0, 0, 0, null, Overdue: false);
        var (members, signatures) = (year.Roll.Count, year.Signatures.Count(s => year.Roll.Contains(s.School)));
        var registered = (year.Registrations ?? []).Count(r => year.Roll.Contains(r.School));
        var sheets = year.Sheets.Where(s => year.Roll.Contains(s.School)).ToList();
        var next = year.Deadlines
            .Where(d => d.Step is Step.Registration or Step.PactSignature or Step.SelfScores or Step.Findings)
            .Where(d => year.Phase <= LastPhaseOf(d.Step))
            .Select(d => (Deadline: d, Pending: members - (d.Step switch { Step.Registration => registered, Step.PactSignature => signatures, Step.SelfScores => sheets.Count, _ => Visited(year) })))
            .Where(d => d.Pending > 0)
            .OrderBy(d => d.Deadline.Day)
            .Select(d => (d.Deadline, d.Pending, Late: Math.Max(0, today.DayNumber - d.Deadline.Day.DayNumber)))
            .Select(d => new NextDeadline(d.Deadline.Step, d.Deadline.Day, d.Pending, d.Late > 0 ? d.Pending : 0, d.Late))
            .FirstOrDefault();
        return new(
            cluster.Cluster, cluster.Number, cluster.Name, year.Phase, members, signatures, sheets.Count, sheets.Count(s => s.Verified.Count > 0), next, next?.DaysLate > 0);
    }

    // Later phases have gone past the step.
    private static Phase LastPhaseOf(Step step) => step switch { Step.Registration => Phase.MidYearReviewed, Step.PactSignature => Phase.Running, Step.SelfScores => Phase.SelfScoring, _ => Phase.CrossInspection };

    private static ClusterOfficers Officers(ClusterView cluster, CampaignView? campaign, int year)
    {
        (OfficerStanding? standing, ClusterActors.Clusters.Officers? officers) = cluster.InOffice?.Year == year ? ((OfficerStanding?)OfficerStanding.InOffice, cluster.InOffice)
            : campaign is not null ? ((OfficerStanding?)OfficerStanding.InOffice, campaign.Officers)
            : cluster.Recognised?.Year == year ? ((OfficerStanding?)OfficerStanding.Recognised, cluster.Recognised)
            : cluster.Proposed?.Year == year ? ((OfficerStanding?)OfficerStanding.Proposed, cluster.Proposed)
            : default((OfficerStanding?, ClusterActors.Clusters.Officers?));
        return new(cluster.Cluster, cluster.Name, standing, officers?.Head, officers?.Deputies ?? [], officers is { Acting: true } ? officers.Head : null);
    }

    private SchoolYear InYear(CampaignView c, string school) => new(
        c.Cluster,
        c.Year,
        c.Phase,
        c.Officers.Head == school ? Office.Head : c.Officers.Deputies.Contains(school) ? Office.Deputy : null,
        (c.Signatures.FirstOrDefault(s => s.School == school) ?? Departed(c, school)?.Signature)?.SignedOn,
        (c.Sheets.FirstOrDefault(s => s.School == school) ?? Departed(c, school)?.Sheet)?.SelfTotal,
        c.Ranking.FirstOrDefault(r => r.School == school)?.Total,
        c.Ranking.FirstOrDefault(r => r.School == school)?.Rank,
        [.. c.Nominations.Where(n => n.School == school).Select(n => Nomination(c, n))],
        Documents<InspectionView>(InspectionKey.Kind).FirstOrDefault(i => i.Cluster == c.Cluster && i.Year == c.Year && i.School == school)?.Stage,
        [.. c.Inspections.Where(p => p.Inspected == school).Select(p => p.Inspector).Order(StringComparer.Ordinal)],
        [.. c.Inspections.Where(p => p.Inspector == school).Select(p => p.Inspected).Order(StringComparer.Ordinal)]);

    private static DepartedView? Departed(CampaignView c, string school) => c.Departed?.FirstOrDefault(d => d.School == school);

    private static AwardNomination Nomination(CampaignView c, NominationView n) => new(c.Cluster, c.Year, n.School, n.Award, n.State, n.Decision, n.Reason);

    private RollReport Reported(CampaignView c, string school, ReportPeriod period)
    {
        var reports = store.Disk.Views.TryGetValue(new StatisticsKey(school, c.Year).ToString(), out var row) ? Read<StatisticsView>(row) : null;
        return new(c.Year, c.Cluster, school, reports is { Frozen: true }, reports?.Reports.FirstOrDefault(r => r.Period == period)?.Figures);
    }

    private int Visited(CampaignView c) => Documents<InspectionView>(InspectionKey.Kind, c.Year)
        .Count(i => i.Cluster == c.Cluster && i.Stage != InspectionStage.Assigned && Departed(c, i.School) is null);

    private IEnumerable<ClusterView> Clusters() => Documents<ClusterView>(ClusterKey.Kind).OrderBy(c => c.Cluster, StringComparer.Ordinal);

    private IEnumerable<CampaignView> Campaigns(int year) =>
        Documents<CampaignView>(CampaignKey.Kind, year).OrderBy(c => c.Cluster, StringComparer.Ordinal);

    private CampaignView? Campaign(string cluster, int year) =>
        store.Disk.Views.TryGetValue(new CampaignKey(cluster, year).ToString(), out var row) ? Read<CampaignView>(row) : null;

    private List<T> Documents<T>(string kind, int? year = null) where T : class =>
        [.. store.Disk.Views.Values.Where(row => row.Kind == kind && (year is null || row.Year == year)).Select(row => Read<T>(row))];

    private T Read<T>(ViewRow row) where T : class => (T)read.GetValue(row, static changed => CanonicalJson.Read<T>(changed.Document));

    private static Task<IReadOnlyList<T>> All<T>(Func<IEnumerable<T>> rows) => SimulatedStore.Done<IReadOnlyList<T>>(() => [.. rows()]);
}
