namespace ClusterActors.Academy;

/// <summary>
/// The Academy's registry and decisions (Học viện Chính trị quốc gia Hồ Chí Minh). Lists are in the order of decision, what there is of
/// each school and cluster in that of their codes.
/// </summary>
/// <param name="Schools">Each with the cluster that it is in, or null.</param>
/// <param name="Clusters">Each with its members; a dissolved one with those that it had last.</param>
public sealed record AcademyState(
    EquatableList<string> Officials,
    Registry<string?> Schools,
    Registry<EquatableList<string>> Clusters,
    EquatableList<Regulation> Regulations,
    EquatableList<Guidance> Guidance)
{
    /// <summary>Who reads what officials read.</summary>
    public EquatableList<string> Auditors { get; init; } = [];

    public static AcademyState Initial { get; } = new([], new(), new(), [], []);

    /// <summary>Schools that were merged into another, with their successors.</summary>
    public Registry<string> Absorbed { get; init; } = new();

    /// <summary>Clusters that were dissolved, with the day.</summary>
    public Registry<DateOnly> Dissolved { get; init; } = new();

    /// <summary>Of schools that have left a cluster, all that they have left.</summary>
    public Registry<EquatableList<string>> Former { get; init; } = new();

    /// <summary>The bars in force, of each school that has ever had one.</summary>
    public Registry<EquatableList<Bar>> Bars { get; init; } = new();

    public static AcademyState Evolve(AcademyState state, AcademyEvent e) => e switch
    {
        AcademyEvent.OfficialAppointed official => state with { Officials = state.Officials.Add(official.Person) },
        AcademyEvent.AuditorAppointed auditor => state with { Auditors = state.Auditors.Add(auditor.Person) },
        AcademyEvent.Dismissed d => state with
        {
            Officials = state.Officials.Where(person => person != d.Person).ToEquatableList(),
            Auditors = state.Auditors.Where(person => person != d.Person).ToEquatableList(),
        },
        AcademyEvent.SchoolRegistered school => state with { Schools = state.Schools.Put(school.School, null) },
        AcademyEvent.ClusterFormed cluster => state with
        {
            Schools = cluster.Members.Aggregate(state.Schools, (schools, member) => schools.Put(member, cluster.Cluster)),
            Clusters = state.Clusters.Put(cluster.Cluster, cluster.Members),
        },
        AcademyEvent.RegulationIssued issued => state with { Regulations = state.Regulations.Put(issued.Regulation, r => r.Year == issued.Regulation.Year) },
        AcademyEvent.GuidanceIssued issued => state with { Guidance = state.Guidance.Add(issued.Guidance) },
        AcademyEvent.SchoolBarred or AcademyEvent.BarLifted => BarDecider.Evolve(state, e),
        _ => ReorganisationDecider.Evolve(state, e),
    };

    /// <summary>The regulation in force for a year; null where none has been issued.</summary>
    public Regulation? RegulationOf(int year) => Regulations.FirstOrDefault(r => r.Year == year);

    /// <summary>With a school in another cluster, or in none.</summary>
    internal AcademyState Moved(string school, string? to)
    {
        var from = Schools.Find(school);
        if (from == to)
            return this;
        var clusters = Clusters;
        if (from is not null)
            clusters = clusters.Put(from, Members(from).Where(member => member != school).ToEquatableList());
        if (to is not null)
            clusters = clusters.Put(to, Members(to).Add(school));
        return this with
        {
            Schools = Schools.Put(school, to),
            Clusters = clusters,
            Former = from is null ? Former : Former.Put(school, (Former.Find(school) ?? []).Put(from, cluster => cluster == from)),
        };
    }

    private EquatableList<string> Members(string cluster) => Clusters.Find(cluster) ?? [];
}
