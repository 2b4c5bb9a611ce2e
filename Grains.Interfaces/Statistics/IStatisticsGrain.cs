using ClusterActors.Academy;

namespace ClusterActors.Statistics;

/// <summary>The figures that one school reports for one year.</summary>
[Alias("statistics")]
public interface IStatisticsGrain : IStreamGrain<StatisticsCommand>;

[GenerateSerializer, Alias("statistics-command")]
public abstract record StatisticsCommand
{
    private StatisticsCommand()
    {
    }

    /// <summary>A campaign year whose roll names the school has been opened; the school reports by this copy of the rules.</summary>
    [GenerateSerializer, Alias("expect-reports")]
    public sealed record ExpectReports([property: Id(0)] StatisticsRules Rules) : StatisticsCommand;

    /// <summary>The school hands in a period's report for the first time. A figure that is left out is missing, not zero.</summary>
    [GenerateSerializer, Alias("submit-report")]
    public sealed record SubmitReport([property: Id(0)] ReportPeriod Period, [property: Id(1)] EquatableList<Figure> Figures) : StatisticsCommand;

    /// <summary>The school replaces a report that is not frozen yet by a new version.</summary>
    /// <param name="Version">The version that was read, so that nobody replaces what was changed meanwhile.</param>
    [GenerateSerializer, Alias("correct-report")]
    public sealed record CorrectReport(
        [property: Id(0)] ReportPeriod Period,
        [property: Id(1)] int Version,
        [property: Id(2)] EquatableList<Figure> Figures,
        [property: Id(3)] string Reason) : StatisticsCommand;

    /// <summary>The campaign year has been closed.</summary>
    [GenerateSerializer, Alias("freeze-reports")]
    public sealed record FreezeReports : StatisticsCommand;

    /// <summary>The Academy corrects a frozen report by a decision; also one that was never handed in.</summary>
    /// <param name="Version">The version that was read, 0 where there is none.</param>
    [GenerateSerializer, Alias("correct-frozen-report")]
    public sealed record CorrectFrozenReport(
        [property: Id(0)] ReportPeriod Period,
        [property: Id(1)] int Version,
        [property: Id(2)] EquatableList<Figure> Figures,
        [property: Id(3)] DecisionReference Decision,
        [property: Id(4)] string Reason) : StatisticsCommand;
}

/// <summary>What a school says of one indicator.</summary>
/// <param name="EstimatedMonths">Months (1 to 12) whose share is estimated; null or empty where nothing is.</param>
[GenerateSerializer, Alias("figure")]
public sealed record Figure(
    [property: Id(0)] string Indicator,
    [property: Id(1)] decimal Value,
    [property: Id(2)] Qualifier Qualifier,
    [property: Id(3)] EquatableList<int>? EstimatedMonths = null);

/// <summary>How a number is meant, from the most to the least that is claimed.</summary>
[GenerateSerializer, Alias("qualifier")]
public enum Qualifier
{
    Exact,

    /// <summary>A lower bound (trên).</summary>
    MoreThan,

    /// <summary>Near it, on either side (gần, khoảng).</summary>
    About,
}

/// <param name="Indicators">The catalogue that the school reports by.</param>
/// <param name="Reports">The latest version of each period's report; earlier versions stand in the journal.</param>
/// <param name="Frozen">Whether the year has been closed.</param>
/// <param name="CutOff">The last day whose results the report of the whole year counts; null: the year's last, or a row from before.</param>
public sealed record StatisticsView(
    string School, int Year, EquatableList<Indicator> Indicators, EquatableList<int> EstimatedMonths, EquatableList<ReportView> Reports, bool Frozen,
    DateOnly? CutOff = null);

/// <param name="Version">Counts the versions of this period's report from 1.</param>
/// <param name="Reason">Why there is a later version than the first; null for the first.</param>
/// <param name="Decision">The Academy's decision that corrected it; null where none did.</param>
public sealed record ReportView(ReportPeriod Period, int Version, EquatableList<Figure> Figures, string? Reason, DecisionReference? Decision);
