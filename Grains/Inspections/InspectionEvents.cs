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
        int? Draw = null, AnswerTerm? Answer = null, int? Team = null, EquatableList<Score>? Given = null) : InspectionEvent;

    [EventName("deadline-extended")]
    public sealed record DeadlineExtended(DateOnly Day) : InspectionEvent;

    /// <summary>Findings are void; nobody inspects until inspectors are drawn anew.</summary>
    [EventName("withdrawn")]
    public sealed record Withdrawn(string Reason) : InspectionEvent;

    [EventName("inspectors-changed")]
    public sealed record InspectorsChanged(EquatableList<string> Inspectors, string Reason) : InspectionEvent;

    /// <param name="AnswerBy">The school's last day to answer; null: there is none.</param>
    [EventName("findings-recorded")]
    public sealed record FindingsRecorded(
        DateOnly VisitedOn, EquatableList<Finding> Findings, string RecordedBy, bool Late, string? Reason = null, DateOnly? AnswerBy = null,
        Visit? Visit = null) : InspectionEvent;

    /// <param name="Late">After the school's last day to answer.</param>
    [EventName("findings-acknowledged")]
    public sealed record FindingsAcknowledged(bool Late = false) : InspectionEvent;

    /// <param name="Late">After the school's last day to answer.</param>
    [EventName("findings-explained")]
    public sealed record FindingsExplained(string Explanation, bool Late = false) : InspectionEvent;

    /// <summary>The school did not answer, which counts as agreement.</summary>
    /// <param name="AnswerBy">Its last day to do so.</param>
    /// <param name="NotedBy">The inspecting school whose people stated it; null: the Academy.</param>
    [EventName("silence-noted")]
    public sealed record SilenceNoted(DateOnly AnswerBy, string? NotedBy) : InspectionEvent;

    [EventName("review-concluded")]
    public sealed record ReviewConcluded(EquatableList<Finding> Findings, string RecordedBy) : InspectionEvent;
}
