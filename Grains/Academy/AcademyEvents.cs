namespace ClusterActors.Academy;

public abstract record AcademyEvent
{
    private AcademyEvent()
    {
    }

    [EventName("official-appointed")]
    public sealed record OfficialAppointed(string Person) : AcademyEvent;

    [EventName("auditor-appointed")]
    public sealed record AuditorAppointed(string Person) : AcademyEvent;

    [EventName("dismissed")]
    public sealed record Dismissed(string Person, string Reason) : AcademyEvent;

    [EventName("school-registered")]
    public sealed record SchoolRegistered(string School, string Name, string Province) : AcademyEvent;

    [EventName("school-corrected")]
    public sealed record SchoolCorrected(string School, string Name, string Province, string Reason) : AcademyEvent;

    [EventName("cluster-formed")]
    public sealed record ClusterFormed(string Cluster, int? Number, string Name, EquatableList<string> Members) : AcademyEvent;

    [EventName("regulation-issued")]
    public sealed record RegulationIssued(Regulation Regulation) : AcademyEvent;

    [EventName("guidance-issued")]
    public sealed record GuidanceIssued(Guidance Guidance) : AcademyEvent;
}
