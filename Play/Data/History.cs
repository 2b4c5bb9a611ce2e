using System.Globalization;

namespace ClusterActors.Play.Data;

/// <summary>Several years one after the other, and what becomes of schools and clusters between and within them.</summary>
internal sealed record History(IReadOnlyList<HistoryYear> Years, IReadOnlyList<Officers> Named)
{
    private const string PlanFile = "history.json";
    private const string Sample = "sample";

    /// <exception cref="DataException">A file is missing, unsound, or at odds with another.</exception>
    public static History Load(DataFolder files, int first, int last)
    {
        var sources = Sources.Read(files);
        var plan = files.Read<HistoryPlan>(PlanFile);
        if (plan.Days.All.FirstOrDefault(day => !PlannedDays.IsDay(day)) is { } wrong)
            throw new DataException(DataCode.Malformed, files.Latest, $"'{wrong}' is no month and day.");
        CheckMergers(sources, files.At(Sources.MergersFile));
        var years = Enumerable.Range(first, last - first + 1).Select(year => Year(files, sources, plan, year, year == first)).ToList();
        return new(years, sources.Officers);
    }

    private static HistoryYear Year(DataFolder files, Sources sources, HistoryPlan plan, int year, bool first)
    {
        var text = year.ToString(CultureInfo.InvariantCulture);
        var clusters = sources.On($"{text}-01-01").ToList();
        if (clusters.Count == 0)
            throw new DataException(DataCode.UnknownCluster, files.At(Sources.ClustersFolder), $"no cluster is valid in {text}.");
        var before = first ? [] : sources.On($"{year - 1:0000}-12-31").Select(c => c.Code).ToHashSet();
        var reforming = plan.Reforming.FirstOrDefault(r => r.Year == year);
        var dataset = files.Has("samples", $"{text}.json") ? Dataset.FromFiles(files, sources, year, clusters) : Invented(files, sources, plan, year, clusters);
        dataset = dataset with
        {
            Clusters = [.. dataset.Clusters.Select(c => c with
            {
                Appointed = before.Contains(c.Cluster.Code) ? null : c.Sample.Election is null && c.Appointed is { } appointed ? appointed : Line(files, sources, plan, c.Cluster, year),
                Sample = c.Sample with { Election = null },
                FormedBy = first || before.Contains(c.Cluster.Code) ? null : reforming,
                NextKnown = sources.OfficersOf(c.Cluster.Code, year + 1),
            })],
        };
        var dissolved = before.Except(clusters.Select(c => c.Code)).Order(StringComparer.Ordinal).ToList();
        if (dissolved.Count > 0 && reforming is null)
            throw new DataException(DataCode.Missing, files.At(PlanFile), $"no decision forms the clusters of {text} anew.");
        var merged = sources.Mergers.Where(m => m.Date.StartsWith(text, StringComparison.Ordinal)).ToList();
        var merging = plan.Merging.FirstOrDefault(m => m.Date.StartsWith(text, StringComparison.Ordinal));
        if (merged.Count > 0 && merging is null)
            throw new DataException(DataCode.Missing, files.At(PlanFile), $"no decision merges schools in {text}.");
        var absorbed = merged.SelectMany(m => m.Absorbed).ToHashSet();
        if (dataset.Clusters.FirstOrDefault(c => !c.LastMembers.ToHashSet().SetEquals(c.Cluster.Members.Except(absorbed).Concat(Founded(merged, c.Cluster)))) is { } other)
            throw new DataException(DataCode.Malformed, files.At(Sources.ClustersFolder), $"cluster '{other.Cluster.Code}' ends {text} with other members than the mergers leave it.");
        return new(dataset, dissolved)
        {
            Nation = sources.StatisticsOfNation(year),
            Reforming = dissolved.Count > 0 ? reforming : null,
            Renamings = [.. plan.Renamings.Where(r => r.On.StartsWith(text, StringComparison.Ordinal))],
            Mergers = merged,
            Merging = merging,
        };
    }

    private static Dataset Invented(DataFolder files, Sources sources, HistoryPlan plan, int year, List<Cluster> clusters)
    {
        var regulation = YearRegulations.Of(files, year);
        var invented = new InventedYear(plan, year, regulation, YearRegulations.Of(files, year + 1));
        var last = sources.On($"{year:0000}-12-31").ToDictionary(c => c.Code, c => c.Members);
        var catalogue = regulation.Rules.Statistics?.Indicators ?? [];
        var nation = sources.StatisticsOfNation(year) is { } national ? SampleShares.Of(national, [.. last.Values.SelectMany(m => m)], catalogue) : null;
        return new(year, [.. clusters.Select(here =>
        {
            var lastMembers = last.GetValueOrDefault(here.Code, here.Members);
            var known = sources.YearOf(here.Code, year);
            var statistics = sources.StatisticsOf(here.Code, year);
            var shares = statistics is null ? nation : SampleShares.Of(statistics, lastMembers, catalogue);
            SampleReport[]? reports = shares is null ? null : [.. lastMembers.Select(school => new SampleReport(school, shares[school]))];
            return new ClusterYear(
                here, [.. sources.Schools.Where(s => here.Members.Contains(s.Code))], lastMembers, known, statistics, invented.Of(here, here.Members, lastMembers, known, reports));
        })], invented.National, regulation);
    }

    // The line of a cluster is a sample; officers whom a source names for the year go before it.
    private static Appointment Line(DataFolder files, Sources sources, HistoryPlan plan, Cluster cluster, int year)
    {
        var line = plan.Lines.FirstOrDefault(l => l.Cluster == cluster.Code) ?? throw new DataException(DataCode.NoOfficers, files.At(PlanFile), $"nobody stands in line in cluster '{cluster.Code}'.");
        if (!line.Schools.Order(StringComparer.Ordinal).SequenceEqual(cluster.Members.Order(StringComparer.Ordinal)))
            throw new DataException(DataCode.OfficerNotAMember, files.At(PlanFile), $"the line of cluster '{cluster.Code}' is not made of its members.");
        var known = sources.OfficersOf(cluster.Code, year);
        if (known is not null)
            Dataset.CheckOfficers(known, cluster, files.At(Sources.OfficersFile));
        string[] named = known is null ? [] : [known.Head, .. known.Deputies];
        string[] order = [.. named, .. line.In(year).Except(named)];
        return new(new(cluster.Code, year, order[0], order[1..Math.Min(3, order.Length)], known?.Evidence ?? (year == line.Year ? line.Evidence : Sample)), order[Math.Min(3, order.Length)..]);
    }

    private static IEnumerable<string> Founded(IEnumerable<Merger> mergers, Cluster cluster) =>
        mergers.Where(m => m.Founded is not null && m.Absorbed.Intersect(cluster.Members).Any()).Select(m => m.SurvivorProvince);

    private static void CheckMergers(Sources sources, string file)
    {
        var mergers = sources.Mergers;
        if (mergers.FirstOrDefault(m => m.Founded is { } school && school.Code != m.SurvivorProvince) is { } other)
            throw new DataException(DataCode.Malformed, file, $"'{other.Founded!.Code}' is founded, and another goes on.");
        var known = sources.Schools.Select(s => s.Code).ToHashSet();
        if (mergers.SelectMany(m => m.Absorbed.Append(m.SurvivorProvince)).FirstOrDefault(s => !known.Contains(s)) is { } unknown)
            throw new DataException(DataCode.UnknownSchool, file, $"'{unknown}' is no school.");
        if (mergers.SelectMany(m => m.Absorbed.Append(m.SurvivorProvince)).GroupBy(s => s).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            throw new DataException(DataCode.DuplicateCode, file, $"'{twice}' is merged twice.");
    }
}

/// <param name="Dissolved">Clusters of the year before that are no more.</param>
internal sealed record HistoryYear(Dataset Year, IReadOnlyList<string> Dissolved)
{
    /// <summary>The figures that a source gives for the whole nation; null where none does.</summary>
    public KnownStatistics? Nation { get; init; }

    /// <summary>The decision by which the clusters are formed anew; null where they go on.</summary>
    public PlannedReforming? Reforming { get; init; }

    public IReadOnlyList<PlannedRenaming> Renamings { get; init; } = [];

    public IReadOnlyList<Merger> Mergers { get; init; } = [];

    /// <summary>The decision on the mergers; null where there are none.</summary>
    public PlannedMerging? Merging { get; init; }
}
