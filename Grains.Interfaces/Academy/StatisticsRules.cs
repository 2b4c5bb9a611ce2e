namespace ClusterActors.Academy;

/// <summary>The catalogue of what schools report in figures.</summary>
/// <param name="EstimatedMonths">Months (1 to 12) whose share of a figure may be an estimate: the year's results are wanted before the year ends.</param>
/// <param name="CutOff">The last day whose results a report of the whole year counts; what lies after it is estimated. Null: the year's last.</param>
[GenerateSerializer, Alias("statistics-rules")]
public sealed record StatisticsRules(
    [property: Id(0)] EquatableList<Indicator> Indicators, [property: Id(1)] Sourced<EquatableList<int>> EstimatedMonths, [property: Id(2)] Sourced<DateOnly>? CutOff = null);

/// <summary>Something that is counted (chỉ tiêu thống kê).</summary>
/// <param name="Code">Means the same in every year's regulation.</param>
/// <param name="Name">In Vietnamese.</param>
/// <param name="Unit">What one of it is, in English.</param>
/// <param name="Decimals">Decimals that a figure may have, 0 to 4; 0 for what is counted in whole numbers.</param>
/// <param name="Periods">The reports that it belongs to.</param>
/// <param name="PartOf">The indicator that this one is a part of; null for a whole.</param>
[GenerateSerializer, Alias("indicator")]
public sealed record Indicator(
    [property: Id(0)] string Code,
    [property: Id(1)] string Name,
    [property: Id(2)] string EnglishName,
    [property: Id(3)] string Unit,
    [property: Id(4)] int Decimals,
    [property: Id(5)] Measure Measure,
    [property: Id(6)] EquatableList<ReportPeriod> Periods,
    [property: Id(7)] string Source,
    [property: Id(8)] Breakdown? PartOf = null);

/// <summary>One of the parts into which a whole is told apart; all parts by one aspect are at most the whole.</summary>
/// <param name="By">A code of the aspect: the same learners are told apart by kind of class, and once more by mode of teaching.</param>
[GenerateSerializer, Alias("breakdown")]
public sealed record Breakdown([property: Id(0)] string Whole, [property: Id(1)] string By);

[GenerateSerializer, Alias("measure")]
public enum Measure
{
    /// <summary>Happened within the period; years add up.</summary>
    During,

    /// <summary>Is so at the period's end; years do not add up.</summary>
    AtEnd,
}

[GenerateSerializer, Alias("report-period")]
public enum ReportPeriod
{
    /// <summary>January to June, for the mid-year review (sơ kết).</summary>
    FirstHalf,

    /// <summary>The whole year, for the closing conference (tổng kết).</summary>
    FullYear,
}
