using ClusterActors.Academy;

namespace ClusterActors.Standards;

/// <summary>What a standard must satisfy to be issued: whole, consistent, and every value with its source.</summary>
internal static class StandardChecks
{
    private const int LongestWindow = 10;
    private const int MostCriteria = 20;
    private const int MostIndicators = 200;
    private const int MostDecimals = 4;

    /// <summary>Far above anything a school counts, and far below where sums would leave the range of decimal.</summary>
    public const decimal MostOfAnything = 1_000_000_000_000;

    public static Refusal? Check(Standard standard) => Problems(standard).FirstOrDefault() is { } problem ? new(RefusalCode.StandardInvalid, problem) : null;

    /// <summary>What cannot be a value of an indicator; null where it can.</summary>
    public static string? Flaw(IndicatorKind kind, decimal value) => kind switch
    {
        IndicatorKind.Share when value is < 0 or > 100 => "a share is 0 to 100 per cent",
        IndicatorKind.YesNo when value is not (0 or 1) => "1 is yes and 0 is no",
        _ when value is < 0 or > MostOfAnything => FormattableString.Invariant($"a number is 0 to {MostOfAnything}"),
        _ when decimal.Round(value, MostDecimals) != value => $"a value has at most {MostDecimals} decimals",
        _ => null,
    };

    private static IEnumerable<string> Problems(Standard s)
    {
        var indicators = s.Criteria.SelectMany(c => c.Indicators).ToList();
        if (Sources(s, indicators).Any(source => ClusterActors.Check.Text(source, "source", 300) is not null))
            yield return "A value has no source; write \"sample\" where there is none.";
        if (ClusterActors.Check.Text(s.Instrument, "instrument", 100) is not null)
            yield return "The instrument has no proper number.";
        if (s.WindowYears.Value is < 1 or > LongestWindow)
            yield return $"A school is assessed over 1 to {LongestWindow} years.";
        if (s.Criteria.Count is 0 or > MostCriteria || s.Criteria.Any(c => c.Indicators.Count == 0) || indicators.Count > MostIndicators)
            yield return $"A standard has 1 to {MostCriteria} criteria, each with indicators, of which there are at most {MostIndicators}.";
        if (IsMixed(s.Criteria.Select(c => c.Code)) || IsMixed(indicators.Select(i => i.Code)))
            yield return "A criterion or an indicator has no valid code, or the code of another.";
        if (s.Criteria.SelectMany(c => new[] { c.Name, c.EnglishName }).Any(name => ClusterActors.Check.Text(name, "name", 300) is not null))
            yield return "A criterion has no proper names.";
        foreach (var problem in indicators.SelectMany(Indicator))
            yield return problem;
        if (indicators.TrueForAll(i => i.At(StandardLevel.One) is null))
            yield return "Level 1 asks for nothing.";
    }

    private static IEnumerable<string> Indicator(StandardIndicator i)
    {
        if (ClusterActors.Check.Text(i.Text, "text", 1000) is not null)
            yield return $"Indicator '{i.Code}' has no proper text.";
        if (i is { Level1: null, Level2: null })
            yield return $"No level asks for indicator '{i.Code}'.";
        if (i.Level2?.Value < i.Level1?.Value)
            yield return $"Level 2 asks for less of '{i.Code}' than level 1.";
        if (i is { Kind: IndicatorKind.YesNo, Term: IndicatorTerm.Sum })
            yield return $"Indicator '{i.Code}' adds up answers of yes and no.";
        if (((Sourced<decimal>?[])[i.Level1, i.Level2]).FirstOrDefault(level => level is not null && (level.Value == 0 || Flaw(i.Kind, level.Value) is not null)) is { } level)
            yield return FormattableString.Invariant($"Indicator '{i.Code}' cannot be asked to reach {level.Value}.");
    }

    private static bool IsMixed(IEnumerable<string> codes)
    {
        var all = codes.ToList();
        return all.Exists(code => !Code.IsValid(code)) || all.Distinct(StringComparer.Ordinal).Count() != all.Count;
    }

    private static IEnumerable<string> Sources(Standard s, IEnumerable<StandardIndicator> indicators) =>
    [
        s.Source, s.WindowYears.Source,
        .. s.IssuedOn is { } issued ? [issued.Source] : Array.Empty<string>(),
        .. s.Criteria.Select(c => c.Source),
        .. indicators.SelectMany(i => new[] { i.Source, i.Level1?.Source, i.Level2?.Source }.OfType<string>()),
    ];
}
