namespace ClusterActors.Academy;

/// <summary>The Academy's registry and decisions (Học viện Chính trị quốc gia Hồ Chí Minh). Lists are in the order of decision.</summary>
public sealed record AcademyState(
    EquatableList<string> Officials,
    EquatableList<string> Schools,
    EquatableList<FormedCluster> Clusters,
    EquatableList<Regulation> Regulations,
    EquatableList<Guidance> Guidance)
{
    public static AcademyState Initial { get; } = new([], [], [], [], []);

    public static AcademyState Evolve(AcademyState state, AcademyEvent e) => e switch
    {
        AcademyEvent.OfficialAppointed official => state with { Officials = state.Officials.Add(official.Person) },
        AcademyEvent.SchoolRegistered school => state with { Schools = state.Schools.Add(school.School) },
        AcademyEvent.ClusterFormed cluster => state with { Clusters = state.Clusters.Add(new(cluster.Cluster, cluster.Members)) },
        AcademyEvent.RegulationIssued issued => state with { Regulations = state.Regulations.Put(issued.Regulation, r => r.Year == issued.Regulation.Year) },
        AcademyEvent.GuidanceIssued issued => state with { Guidance = state.Guidance.Add(issued.Guidance) },
        _ => state,
    };

    /// <summary>The regulation in force for a year; null where none has been issued.</summary>
    public Regulation? RegulationOf(int year) => Regulations.FirstOrDefault(r => r.Year == year);
}

public sealed record FormedCluster(string Code, EquatableList<string> Members);
