using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Inspections;

public abstract record InspectionEvent
{
    private InspectionEvent()
    {
    }

    [EventName("assigned")]
    public sealed record Assigned(
        string Cluster, int Year, string School, EquatableList<string> Inspectors, ScoreRules Rules, EquatableList<Score> SelfScores, Deadline? Deadline,
        int? Draw = null) : InspectionEvent;

    [EventName("deadline-extended")]
    public sealed record DeadlineExtended(DateOnly Day) : InspectionEvent;

    /// <summary>Findings are void; nobody inspects until inspectors are drawn anew.</summary>
    [EventName("withdrawn")]
    public sealed record Withdrawn(string Reason) : InspectionEvent;

    [EventName("inspectors-changed")]
    public sealed record InspectorsChanged(EquatableList<string> Inspectors, string Reason) : InspectionEvent;

    [EventName("findings-recorded")]
    public sealed record FindingsRecorded(DateOnly VisitedOn, EquatableList<Finding> Findings, string RecordedBy, bool Late, string? Reason = null) : InspectionEvent;

    [EventName("findings-acknowledged")]
    public sealed record FindingsAcknowledged : InspectionEvent;

    [EventName("findings-explained")]
    public sealed record FindingsExplained(string Explanation) : InspectionEvent;

    [EventName("review-concluded")]
    public sealed record ReviewConcluded(EquatableList<Finding> Findings, string RecordedBy) : InspectionEvent;
}
