namespace ClusterActors.Silo.Archives;

/// <summary>Which streams a year's archive is about.</summary>
/// <param name="schools">All that were ever on the year's roll.</param>
internal sealed class ArchiveScope(CampaignKey year, IReadOnlyCollection<string> schools)
{
    private readonly string inspections = new InspectionKey(year.Cluster, year.Year, "").ToString();

    private readonly string documents = new DocumentKey(year.Cluster, year.Year, "").ToString();

    private readonly HashSet<string> own =
        [year.ToString(), new ActivitiesKey(year.Cluster, year.Year).ToString(), new ElectionKey(year.Cluster, year.Year + 1).ToString(), .. schools.Select(school => new StatisticsKey(school, year.Year).ToString())];

    private readonly HashSet<string> shared =
        [
            AcademyKey.National.ToString(), new ClusterKey(year.Cluster).ToString(), new BeaconKey(year.Cluster).ToString(),
            .. schools.Select(school => new SchoolKey(school).ToString()),
        ];

    /// <summary>The year's own streams: what is recorded in them later belongs to the year too.</summary>
    public bool Owns(string stream) => own.Contains(stream) || stream.StartsWith(inspections, StringComparison.Ordinal) || stream.StartsWith(documents, StringComparison.Ordinal);

    /// <summary>Also those that outlive the year, up to the checkpoint that covers it.</summary>
    public bool Concerns(string stream) => Owns(stream) || shared.Contains(stream);
}
