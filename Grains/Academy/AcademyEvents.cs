namespace ClusterActors.Academy;

public abstract partial record AcademyEvent
{
    private AcademyEvent()
    {
    }

    [EventName("official-appointed")]
    public sealed record OfficialAppointed(string Person) : AcademyEvent;

    [EventName("school-registered")]
    public sealed record SchoolRegistered(string School, string Name, string Province) : AcademyEvent;

    [EventName("school-corrected")]
    public sealed record SchoolCorrected(string School, string Name, string Province, string Reason) : AcademyEvent;

    [EventName("cluster-formed")]
    public sealed record ClusterFormed(
        string Cluster, int? Number, string Name, EquatableList<string> Members, DecisionReference? Decision = null, string? Reason = null) : AcademyEvent;

    [EventName("regulation-issued")]
    public sealed record RegulationIssued(Regulation Regulation) : AcademyEvent;

    [EventName("guidance-issued")]
    public sealed record GuidanceIssued(Guidance Guidance) : AcademyEvent;
}
