using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Scoring;

namespace ClusterActors.Inspections;

/// <summary>The cross-inspection (kiểm tra chéo) of one school by its peers.</summary>
[Alias("inspection")]
public interface IInspectionGrain : IStreamGrain<InspectionCommand>;

[GenerateSerializer, Alias("inspection-command")]
public abstract record InspectionCommand
{
    private InspectionCommand()
    {
    }

    /// <summary>The campaign has drawn the inspectors; they work from a copy of the self-score sheet.</summary>
    /// <param name="Draw">The attempt of the draw; null from before years could be returned.</param>
    /// <param name="Answer">By when the school answers; null: whenever it does.</param>
    /// <param name="Team">The number of the pooled team that they are, of which the first leads; null: each of them can record.</param>
    /// <param name="Given">What others have verified already, and findings cannot say otherwise; null: nothing.</param>
    [GenerateSerializer, Alias("assign")]
    public sealed record Assign(
        [property: Id(0)] EquatableList<string> Inspectors,
        [property: Id(1)] ScoreRules Rules,
        [property: Id(2)] EquatableList<Score> SelfScores,
        [property: Id(3)] Deadline? Deadline,
        [property: Id(4)] int? Draw = null,
        [property: Id(5)] AnswerTerm? Answer = null,
        [property: Id(6)] int? Team = null,
        [property: Id(7)] EquatableList<Score>? Given = null) : InspectionCommand;

    /// <summary>The campaign has returned to the draw: findings are void, and nobody inspects until inspectors are drawn anew.</summary>
    [GenerateSerializer, Alias("withdraw-inspection")]
    public sealed record Withdraw([property: Id(0)] string Reason) : InspectionCommand;

    /// <summary>
    /// These inspect from now on, because a school was merged or the Academy has replaced one; what has been found stays. Refused where the
    /// inspection has come to its end meanwhile: the campaign learns with the findings who has inspected.
    /// </summary>
    [GenerateSerializer, Alias("change-inspectors")]
    public sealed record ChangeInspectors([property: Id(0)] EquatableList<string> Inspectors, [property: Id(1)] string Reason) : InspectionCommand;

    /// <summary>The campaign's deadline for findings has been extended.</summary>
    [GenerateSerializer, Alias("apply-extension")]
    public sealed record ApplyExtension([property: Id(0)] DateOnly Day) : InspectionCommand;

    /// <summary>
    /// The team's findings after its visit: every criterion, with a reason where the regulation wants one. Until the school has
    /// answered they can be recorded anew; that has a reason of its own. For a pooled team its lead records what the team has come to.
    /// </summary>
    /// <param name="Visit">Null where nothing is said of it, which a pooled team has to.</param>
    [GenerateSerializer, Alias("record-findings")]
    public sealed record RecordFindings(
        [property: Id(0)] DateOnly VisitedOn, [property: Id(1)] EquatableList<Finding> Findings, [property: Id(2)] string? Reason = null,
        [property: Id(3)] Visit? Visit = null) : InspectionCommand;

    /// <summary>The inspected school agrees.</summary>
    /// <param name="Recording">The number of the recording that was read, so that nobody answers what was changed meanwhile.</param>
    [GenerateSerializer, Alias("acknowledge-findings")]
    public sealed record AcknowledgeFindings([property: Id(0)] int Recording) : InspectionCommand;

    /// <summary>The inspected school explains (giải trình) and asks for a second review.</summary>
    [GenerateSerializer, Alias("explain-findings")]
    public sealed record ExplainFindings([property: Id(0)] string Explanation, [property: Id(1)] int Recording) : InspectionCommand;

    /// <summary>
    /// The school has not answered by the last day for it, which an inspector or an official states: findings stand as if it had agreed. Until
    /// then the school can still answer, late.
    /// </summary>
    /// <param name="Recording">The number of the recording that was not answered.</param>
    [GenerateSerializer, Alias("note-silence")]
    public sealed record NoteSilence([property: Id(0)] int Recording) : InspectionCommand;

    /// <summary>The team's second review, which is final; of a pooled team by its lead.</summary>
    [GenerateSerializer, Alias("conclude-review")]
    public sealed record ConcludeReview([property: Id(0)] EquatableList<Finding> Findings) : InspectionCommand;
}

/// <param name="Points">The verified score of the criterion; for a leaf of a criteria tree the verified number that its rule asks for.</param>
/// <param name="Reason">Why it differs from the self-score.</param>
/// <param name="Entry">What was verified of a leaf of a criteria tree beside that; null for flat criteria.</param>
[GenerateSerializer, Alias("finding")]
public sealed record Finding(
    [property: Id(0)] string Criterion, [property: Id(1)] decimal Points, [property: Id(2)] string? Reason = null, [property: Id(3)] LeafEntry? Entry = null);

/// <summary>Where an inspection took place, and whose people were there.</summary>
/// <param name="Place">As the minutes have it, up to 300 characters.</param>
/// <param name="Present">Codes of schools, each once, at least one of them an inspector's.</param>
[GenerateSerializer, Alias("visit")]
public sealed record Visit([property: Id(0)] string Place, [property: Id(1)] EquatableList<string> Present);

[GenerateSerializer, Alias("inspection-stage")]
public enum InspectionStage
{
    Assigned,
    Found,
    Explained,
    Concluded,
}

/// <param name="Recording">Counts the recordings of findings; 0 before the first.</param>
/// <param name="Deadline">The last day for findings, as extended; null where the regulation sets none.</param>
/// <param name="AnswerBy">The school's last day to answer; null before there are findings and where the regulation sets none.</param>
/// <param name="AnsweredLate">Whether it answered after that day.</param>
/// <param name="Silent">It never answered, which counts as agreement.</param>
/// <param name="Team">The number of the pooled team; null where each inspector can record.</param>
/// <param name="Lead">Who records for the team; null where there is none.</param>
/// <param name="Visit">As recorded last; null before, and where nothing was said of it.</param>
/// <param name="Given">What others have verified already, and findings cannot say otherwise; null: nothing.</param>
public sealed record InspectionView(
    string Cluster,
    int Year,
    string School,
    InspectionStage Stage,
    EquatableList<string> Inspectors,
    EquatableList<Score> SelfScores,
    EquatableList<Finding> Findings,
    int Recording,
    DateOnly? VisitedOn,
    string? Explanation,
    bool Late,
    Deadline? Deadline = null,
    DateOnly? AnswerBy = null,
    bool AnsweredLate = false,
    bool Silent = false,
    int? Team = null,
    string? Lead = null,
    Visit? Visit = null,
    EquatableList<Score>? Given = null);
