using ClusterActors.Academy;

namespace ClusterActors.Standards;

/// <summary>One school, one standard, the years of one window: what the school states, what the Academy verifies and decides.</summary>
[Alias("assessment")]
public interface IAssessmentGrain : IStreamGrain<AssessmentCommand>;

[GenerateSerializer, Alias("assessment-command")]
public abstract record AssessmentCommand
{
    private AssessmentCommand()
    {
    }

    /// <summary>The standard takes the school in; it is assessed by this copy.</summary>
    [GenerateSerializer, Alias("begin-assessment")]
    public sealed record Begin([property: Id(0)] Standard Standard) : AssessmentCommand;

    /// <summary>The school says what it has reached. What is stated anew has to be verified anew.</summary>
    [GenerateSerializer, Alias("state-values")]
    public sealed record StateValues([property: Id(0)] EquatableList<StatedValue> Values) : AssessmentCommand;

    /// <summary>The Academy says what it has found of what was stated.</summary>
    [GenerateSerializer, Alias("verify-values")]
    public sealed record VerifyValues([property: Id(0)] EquatableList<VerifiedValue> Values) : AssessmentCommand;

    /// <summary>The school applies for a level (hồ sơ đề nghị công nhận) that its own values reach.</summary>
    /// <param name="FiledOn">In the last year of the window or in the one after it.</param>
    /// <param name="Reference">Number of the letter that the dossier came with.</param>
    [GenerateSerializer, Alias("file-dossier")]
    public sealed record FileDossier(
        [property: Id(0)] StandardLevel Level, [property: Id(1)] DateOnly FiledOn, [property: Id(2)] string Reference) : AssessmentCommand;

    /// <summary>The Academy recognises the school at a level that the verified values reach.</summary>
    [GenerateSerializer, Alias("recognise-standard")]
    public sealed record Recognise([property: Id(0)] StandardLevel Level, [property: Id(1)] DecisionReference Decision) : AssessmentCommand;

    /// <summary>The Academy does not recognise it; the school can state more and file again.</summary>
    [GenerateSerializer, Alias("refuse-dossier")]
    public sealed record RefuseDossier([property: Id(0)] DecisionReference Decision, [property: Id(1)] string Reason) : AssessmentCommand;

    /// <summary>The Academy takes a recognition back.</summary>
    [GenerateSerializer, Alias("withdraw-recognition")]
    public sealed record WithdrawRecognition([property: Id(0)] DecisionReference Decision, [property: Id(1)] string Reason) : AssessmentCommand;

    /// <summary>The verified progress of this moment goes to the school's campaign year; nobody enters it.</summary>
    /// <param name="Year">One of the window's.</param>
    [GenerateSerializer, Alias("report-progress")]
    public sealed record ReportProgress([property: Id(0)] string Cluster, [property: Id(1)] int Year) : AssessmentCommand;

    /// <summary>The school was merged into another: the assessment is history.</summary>
    [GenerateSerializer, Alias("end-assessment")]
    public sealed record End([property: Id(0)] Merger Merger) : AssessmentCommand;
}

/// <param name="Year">Of the window; null for what is judged as it is at the end.</param>
/// <param name="Value">Per cent, a number, or 1 and 0 for yes and no, by the indicator's kind.</param>
/// <param name="Evidence">Where it can be verified (minh chứng): numbers of documents, places in files.</param>
[GenerateSerializer, Alias("stated-value")]
public sealed record StatedValue(
    [property: Id(0)] string Indicator, [property: Id(1)] int? Year, [property: Id(2)] decimal Value, [property: Id(3)] string Evidence);

/// <param name="Version">Of the stated value that was read, so that nobody verifies what was changed meanwhile.</param>
/// <param name="Reason">Wanted where the value is another than the stated one.</param>
[GenerateSerializer, Alias("verified-value")]
public sealed record VerifiedValue(
    [property: Id(0)] string Indicator,
    [property: Id(1)] int? Year,
    [property: Id(2)] int Version,
    [property: Id(3)] decimal Value,
    [property: Id(4)] string? Reason = null);

/// <summary>How many of the indicators that a level asks for are met.</summary>
[GenerateSerializer, Alias("level-count")]
public sealed record LevelCount([property: Id(0)] StandardLevel Level, [property: Id(1)] int Met, [property: Id(2)] int Total);

/// <summary>What a school's campaign year is told of an assessment: verified indicators, level by level, as they stood on a day in Vietnam.</summary>
[GenerateSerializer, Alias("assessment-progress")]
public sealed record AssessmentProgress(
    [property: Id(0)] string School,
    [property: Id(1)] string Standard,
    [property: Id(2)] int FirstYear,
    [property: Id(3)] EquatableList<LevelCount> Levels,
    [property: Id(4)] DateOnly On);
