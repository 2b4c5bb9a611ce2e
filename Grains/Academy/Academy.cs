namespace ClusterActors.Academy;

/// <summary>
/// The Academy's registry and decisions (Học viện Chính trị quốc gia Hồ Chí Minh). Lists are in the order of decision, what there is of
/// each school and cluster in that of their codes.
/// </summary>
/// <param name="Schools">Each with the cluster that it was formed into, or null.</param>
/// <param name="Clusters">Each with the schools that it was formed of.</param>
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
        _ => state,
    };

    /// <summary>The regulation in force for a year; null where none has been issued.</summary>
    public Regulation? RegulationOf(int year) => Regulations.FirstOrDefault(r => r.Year == year);
}
