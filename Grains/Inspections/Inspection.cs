using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Inspections;

/// <summary>The cross-inspection (kiểm tra chéo) of one school.</summary>
public abstract record InspectionState
{
    private InspectionState()
    {
    }

    public sealed record Unassigned : InspectionState;

    /// <param name="Inspectors">Nobody while they are to be drawn anew.</param>
    /// <param name="Recording">Counts the recordings of findings.</param>
    /// <param name="Late">Whether a recording of findings came after the deadline of its time.</param>
    public sealed record Assigned(
        InspectionKey Key,
        InspectionStage Stage,
        EquatableList<string> Inspectors,
        ScoreRules Rules,
        EquatableList<Score> SelfScores,
        Deadline? Deadline,
        EquatableList<Finding> Findings,
        int Recording,
        DateOnly? VisitedOn,
        string? Explanation,
        bool Late) : InspectionState
    {
        /// <summary>The attempt of the draw that the inspectors come from; null from before years could be returned.</summary>
        public int? Draw { get; init; }

        /// <summary>By when the school answers findings; null: whenever it does.</summary>
        public AnswerTerm? Answer { get; init; }

        /// <summary>The last day to answer the latest findings.</summary>
        public DateOnly? AnswerBy { get; init; }

        public bool AnsweredLate { get; init; }

        /// <summary>The school never answered, which counts as agreement.</summary>
        public bool Silent { get; init; }

        /// <summary>The number of the pooled team that inspects; null: each inspector can record.</summary>
        public int? Team { get; init; }

        /// <summary>Who records for the team: its first. Null where there is no team.</summary>
        public string? Lead => Team is not null && Inspectors is [var first, ..] ? first : null;

        public Visit? Visit { get; init; }

        /// <summary>Those that a second review has replaced; null before, and where there was none.</summary>
        public EquatableList<Finding>? FirstFindings { get; init; }

        /// <summary>What findings cannot say otherwise; null: nothing.</summary>
        public EquatableList<Score>? Given { get; init; }
    }

    public static InspectionState Evolve(InspectionState state, InspectionEvent e) => (state, e) switch
    {
        (Unassigned, InspectionEvent.Assigned a) => new Assigned(
            new(a.Cluster, a.Year, a.School), InspectionStage.Assigned, a.Inspectors, a.Rules, a.SelfScores, a.Deadline, [], 0, null, null, false) { Draw = a.Draw, Answer = a.Answer, Team = a.Team, Given = a.Given },
        (Assigned i, InspectionEvent.Assigned a) => i with { Inspectors = a.Inspectors, Rules = a.Rules, SelfScores = a.SelfScores, Deadline = a.Deadline, Draw = a.Draw, Answer = a.Answer, Team = a.Team, Given = a.Given },
        (Assigned i, InspectionEvent.Withdrawn) => i with
        {
            Stage = InspectionStage.Assigned,
            Inspectors = [],
            Findings = [],
            FirstFindings = null,
            VisitedOn = null,
            Visit = null,
            Explanation = null,
            Late = false,
            AnswerBy = null,
            AnsweredLate = false,
            Silent = false,
        },
        (Assigned i, InspectionEvent.InspectorsChanged c) => i with { Inspectors = c.Inspectors },
        (Assigned i, InspectionEvent.FindingsRecorded f) => i with { Stage = InspectionStage.Found, Findings = f.Findings, Recording = i.Recording + 1, VisitedOn = f.VisitedOn, Visit = f.Visit, Late = f.Late || i.Late, AnswerBy = f.AnswerBy },
        (Assigned i, InspectionEvent.DeadlineExtended d) => i with { Deadline = i.Deadline is { } deadline ? deadline with { Day = d.Day } : null },
        (Assigned i, InspectionEvent.FindingsExplained x) => i with { Stage = InspectionStage.Explained, Explanation = x.Explanation, AnsweredLate = x.Late },
        (Assigned i, InspectionEvent.FindingsAcknowledged a) => i with { Stage = InspectionStage.Concluded, AnsweredLate = a.Late },
        (Assigned i, InspectionEvent.SilenceNoted) => i with { Stage = InspectionStage.Concluded, Silent = true },
        (Assigned i, InspectionEvent.ReviewConcluded r) => i with { Stage = InspectionStage.Concluded, Findings = r.Findings, FirstFindings = i.Findings },
        _ => state,
    };
}
