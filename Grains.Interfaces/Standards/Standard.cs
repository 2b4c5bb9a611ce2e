using ClusterActors.Academy;

namespace ClusterActors.Standards;

/// <summary>
/// A national standard for political schools (trường chính trị chuẩn) as one instrument sets it: criteria, and below them indicators that
/// are met or not. Nothing in it is worth points.
/// </summary>
/// <param name="Instrument">Number of the instrument, as <c>11-QĐ/TW</c>.</param>
/// <param name="Source">Where the instrument is known from.</param>
/// <param name="WindowYears">How many years a school is assessed over, 1 to 10.</param>
/// <param name="IssuedOn">Null where nobody knows the day.</param>
[GenerateSerializer, Alias("standard-rules")]
public sealed record Standard(
    [property: Id(0)] string Instrument,
    [property: Id(1)] string Source,
    [property: Id(2)] Sourced<int> WindowYears,
    [property: Id(3)] EquatableList<StandardCriterion> Criteria,
    [property: Id(4)] Sourced<DateOnly>? IssuedOn = null);

/// <summary>A criterion of the standard (tiêu chí): met where all its indicators are.</summary>
/// <param name="Name">In Vietnamese.</param>
[GenerateSerializer, Alias("standard-criterion")]
public sealed record StandardCriterion(
    [property: Id(0)] string Code,
    [property: Id(1)] string Name,
    [property: Id(2)] string EnglishName,
    [property: Id(3)] string Source,
    [property: Id(4)] EquatableList<StandardIndicator> Indicators);

/// <summary>What must be reached (chỉ tiêu).</summary>
/// <param name="Code">Unique in the standard.</param>
/// <param name="Text">In Vietnamese, as the instrument has it or as the source tells it.</param>
/// <param name="Level1">What level 1 asks for at least; null: level 1 does not ask for it.</param>
/// <param name="Level2">What level 2 asks for at least; null: the same as level 1.</param>
[GenerateSerializer, Alias("standard-indicator")]
public sealed record StandardIndicator(
    [property: Id(0)] string Code,
    [property: Id(1)] string Text,
    [property: Id(2)] IndicatorKind Kind,
    [property: Id(3)] IndicatorTerm Term,
    [property: Id(4)] string Source,
    [property: Id(5)] Sourced<decimal>? Level1 = null,
    [property: Id(6)] Sourced<decimal>? Level2 = null)
{
    /// <summary>What a level asks for; null: nothing.</summary>
    public Sourced<decimal>? At(StandardLevel level) => level == StandardLevel.Two ? Level2 ?? Level1 : Level1;
}

[GenerateSerializer, Alias("standard-indicator-kind")]
public enum IndicatorKind
{
    /// <summary>In per cent, 0 to 100.</summary>
    Share,

    Number,

    /// <summary>1 is yes, 0 is no.</summary>
    YesNo,
}

/// <summary>Of when an indicator's values are, within the years of an assessment.</summary>
[GenerateSerializer, Alias("standard-indicator-term")]
public enum IndicatorTerm
{
    /// <summary>One value, as it is when the dossier is filed.</summary>
    AtEnd,

    /// <summary>A value for each year, and every one of them must reach what is asked for.</summary>
    EachYear,

    /// <summary>A value for each year, and their sum must.</summary>
    Sum,
}

/// <summary>Mức 1, mức 2.</summary>
[GenerateSerializer, Alias("standard-level")]
public enum StandardLevel
{
    One,
    Two,
}
