namespace ClusterActors.Play.Data;

/// <summary>What published sources tell of all years, checked as a whole.</summary>
internal sealed record Sources(
    School[] Schools, IReadOnlyList<Cluster> Clusters, Officers[] Officers, KnownYear[] Known, KnownStatistics[] Statistics, Merger[] Mergers)
{
    public const string ClustersFolder = "clusters";
    public const string OfficersFile = "officers.json";
    public const string MergersFile = "mergers-2025.json";

    private const decimal MostCounted = 1_000_000_000;

    private static readonly Comparer<string> ByNumber = Comparer<string>.Create((x, y) => x.Length != y.Length ? x.Length.CompareTo(y.Length) : string.CompareOrdinal(x, y));

    /// <exception cref="DataException">A file is missing, unsound, or at odds with another.</exception>
    public static Sources Read(DataFolder files)
    {
        var mergers = files.Read<Merger[]>(MergersFile);
        School[] schools = [.. files.Read<School[]>("schools.json"), .. mergers.Select(m => m.Founded).OfType<School>()];
        if (schools.GroupBy(s => s.Code).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            throw new DataException(DataCode.DuplicateCode, files.Latest, $"school '{twice}' stands twice.");
        var clusters = files.NamesIn(ClustersFolder).SelectMany(file => files.Read<Cluster[]>(ClustersFolder, file)).ToList();
        CheckClusters(clusters, schools.Select(s => s.Code).ToHashSet(), files.At(ClustersFolder));
        var officers = files.Read<Officers[]>(OfficersFile);
        var known = files.Read<KnownYear[]>("years.json");
        var statistics = files.Read<KnownStatistics[]>("statistics.json");
        if (statistics.Any(s => s.Figures.ContainsValue(null!)))
            throw new DataException(DataCode.Malformed, files.Latest, "holds a null where a figure belongs.");
        if (statistics.Any(s => s.Figures.Values.Any(figure => figure.Value is < 0 or > MostCounted)))
            throw new DataException(DataCode.Malformed, files.Latest, "holds a figure that nobody can have counted.");
        return new(schools, clusters, officers, known, statistics, mergers);
    }

    /// <summary>The clusters of a day, in the order of their numbers or codes.</summary>
    public IEnumerable<Cluster> On(string day) => Clusters.Where(c => c.IsValidOn(day)).OrderBy(c => c.Code, ByNumber);

    public Officers? OfficersOf(string cluster, int year) => Officers.FirstOrDefault(o => o.Cluster == cluster && o.Year == year);

    public KnownYear? YearOf(string cluster, int year) => Known.FirstOrDefault(k => k.Cluster == cluster && k.Year == year);

    public KnownStatistics? StatisticsOf(string cluster, int year) => Statistics.FirstOrDefault(s => s.Scope == $"cluster:{cluster}" && s.Year == year);

    public KnownStatistics? StatisticsOfNation(int year) => Statistics.FirstOrDefault(s => s.Scope == "national" && s.Year == year);

    private static void CheckClusters(List<Cluster> clusters, HashSet<string> schools, string file)
    {
        foreach (var cluster in clusters)
        {
            if (!cluster.IsDated)
                throw new DataException(DataCode.Malformed, file, $"cluster '{cluster.Code}' is valid from '{cluster.ValidFrom}' to '{cluster.ValidTo}', and both must begin with a year.");
            if (cluster.Members.Length == 0)
                throw new DataException(DataCode.Malformed, file, $"cluster '{cluster.Code}' has no members.");
            if (cluster.Members.FirstOrDefault(m => !schools.Contains(m)) is { } unknown)
                throw new DataException(DataCode.UnknownSchool, file, $"cluster '{cluster.Code}' has the unknown member '{unknown}'.");
            if (cluster.Members.Distinct().Count() != cluster.Members.Length)
                throw new DataException(DataCode.DuplicateCode, file, $"cluster '{cluster.Code}' has a member twice.");
        }

        foreach (var (first, at) in clusters.Select((c, at) => (c, at)))
        {
            foreach (var second in clusters.Skip(at + 1).Where(first.MeetsInTime))
            {
                if (second.Code == first.Code)
                    throw new DataException(DataCode.DuplicateCode, file, $"cluster '{first.Code}' stands twice.");
                if (first.Members.Intersect(second.Members).FirstOrDefault() is { } both)
                    throw new DataException(DataCode.SchoolInTwoClusters, file, $"school '{both}' is in clusters '{first.Code}' and '{second.Code}' at once.");
            }
        }
    }
}
