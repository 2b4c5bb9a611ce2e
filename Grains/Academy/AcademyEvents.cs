namespace ClusterActors.Academy;

public abstract record AcademyEvent
{
    private AcademyEvent()
    {
    }

    [Alias("official-appointed")]
    public sealed record OfficialAppointed(string Person) : AcademyEvent;

    [Alias("school-registered")]
    public sealed record SchoolRegistered(string School, string Name, string Province) : AcademyEvent;

    [Alias("cluster-formed")]
    public sealed record ClusterFormed(string Cluster, int? Number, string Name, EquatableList<string> Members) : AcademyEvent;

    [Alias("regulation-issued")]
    public sealed record RegulationIssued(Regulation Regulation) : AcademyEvent;

    [Alias("guidance-issued")]
    public sealed record GuidanceIssued(Guidance Guidance) : AcademyEvent;
}
