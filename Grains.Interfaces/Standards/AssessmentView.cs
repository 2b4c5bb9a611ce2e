using ClusterActors.Academy;

namespace ClusterActors.Standards;

/// <param name="Stated">How far the school's own values come, level by level.</param>
/// <param name="Verified">How far those come that the Academy has verified.</param>
/// <param name="Dossier">Filed and not decided, or recognised; else null.</param>
/// <param name="Recognised">The level in force; null where there is none.</param>
/// <param name="Decisions">All that the Academy has decided, oldest first.</param>
/// <param name="Sent">What was sent to a campaign year, the last of each year. Whether it arrived there as progress the campaign year itself shows: it may have refused.</param>
/// <param name="Merger">The merger that the school ended with; null while it is a school of its own.</param>
public sealed record AssessmentView(
    string School,
    string Code,
    int FirstYear,
    int LastYear,
    Standard Standard,
    AssessmentStage Stage,
    EquatableList<IndicatorValue> Values,
    EquatableList<LevelProgress> Stated,
    EquatableList<LevelProgress> Verified,
    Dossier? Dossier,
    StandardLevel? Recognised,
    EquatableList<AssessmentDecision> Decisions,
    EquatableList<ReportedProgress> Sent,
    Merger? Merger);

public enum AssessmentStage
{
    /// <summary>Values are stated and verified.</summary>
    Open,

    /// <summary>A dossier awaits the Academy's decision; the school's values stand.</summary>
    Filed,
    Recognised,
}

/// <summary>What was stated last of an indicator, and what was found of it.</summary>
/// <param name="Version">Counts the statements from 1.</param>
/// <param name="Verified">Null until it has been verified.</param>
public sealed record IndicatorValue(string Indicator, int? Year, decimal Value, string Evidence, int Version, decimal? Verified, string? Reason);

/// <param name="Reached">All indicators are met that the level asks for.</param>
public sealed record LevelProgress(StandardLevel Level, int Met, int Total, bool Reached, EquatableList<CriterionProgress> Criteria);

public sealed record CriterionProgress(string Criterion, int Met, int Total);

public sealed record Dossier(StandardLevel Level, DateOnly FiledOn, string Reference);

/// <param name="Level">Null where a dossier was refused or a recognition withdrawn.</param>
/// <param name="Reason">Null for a recognition.</param>
public sealed record AssessmentDecision(AssessmentDecisionKind Kind, StandardLevel? Level, DecisionReference Decision, string? Reason);

public enum AssessmentDecisionKind
{
    Recognised,
    Refused,
    Withdrawn,
}

public sealed record ReportedProgress(string Cluster, int Year, AssessmentProgress Progress);

/// <summary>A school with a recognition in force, as a national list has it.</summary>
public sealed record RecognisedSchool(string School, string Standard, int FirstYear, int LastYear, StandardLevel Level, DecisionReference Decision, bool Merged);
