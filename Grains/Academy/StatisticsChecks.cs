namespace ClusterActors.Academy;

/// <summary>What a regulation must satisfy in its catalogue of figures.</summary>
internal static class StatisticsChecks
{
    private const int MostIndicators = 200;
    private const int MostDecimals = 4;

    public static IEnumerable<string> Problems(Regulation r)
    {
        if (r.Statistics is not { } s)
            yield break;
        var months = s.EstimatedMonths.Value;
        if (months.Any(m => m is < 1 or > 12) || months.Distinct().Count() != months.Count)
            yield return "Months that may be estimated are 1 to 12, each once.";
        if (s.CutOff?.Value is { } cutOff && (cutOff.Year != r.Year || months.Any(m => m is >= 1 and <= 12 && new DateOnly(r.Year, m, 1).AddMonths(1) <= cutOff.AddDays(1))))
            yield return "Results are cut off on a day of the year, and no month that has ended by then is estimated.";
        if (s.Indicators.Count is 0 or > MostIndicators)
            yield return $"Schools report 1 to {MostIndicators} indicators.";
        if (s.Indicators.Any(i => !Code.IsValid(i.Code)) || s.Indicators.Select(i => i.Code).Distinct().Count() != s.Indicators.Count)
            yield return "An indicator has no valid code, or the code of another.";
        foreach (var problem in s.Indicators.SelectMany(i => Indicator(s, i)))
            yield return problem;
    }

    private static IEnumerable<string> Indicator(StatisticsRules s, Indicator i)
    {
        if (((string[])[i.Name, i.EnglishName, i.Unit]).Any(text => ClusterActors.Check.Text(text, "name", 300) is not null))
            yield return $"Indicator '{i.Code}' has no proper names or unit.";
        if (i.Decimals is < 0 or > MostDecimals)
            yield return $"Indicator '{i.Code}' has 0 to {MostDecimals} decimals.";
        if (i.Periods.Count == 0 || i.Periods.Distinct().Count() != i.Periods.Count)
            yield return $"Indicator '{i.Code}' belongs to at least one report, and to each once.";
        if (i.PartOf is not { } part)
            yield break;
        if (!Code.IsValid(part.By))
            yield return $"Indicator '{i.Code}' is a part by something that has no valid code.";
        if (s.Indicators.FirstOrDefault(w => w.Code == part.Whole) is not { } whole)
            yield return $"Indicator '{i.Code}' is a part of '{part.Whole}', which is no indicator.";
        else if (whole.Measure != i.Measure || whole.Decimals != i.Decimals || i.Periods.Except(whole.Periods).Any())
            yield return $"Indicator '{i.Code}' is not measured as '{part.Whole}' is, whose part it is.";
        else if (IsPartOfItself(s, i))
            yield return $"Indicator '{i.Code}' is a part of itself.";
    }

    private static bool IsPartOfItself(StatisticsRules s, Indicator i)
    {
        var above = i;
        for (var steps = 0; steps < s.Indicators.Count && above?.PartOf is { Whole: var whole }; steps++)
        {
            if (whole == i.Code)
                return true;
            above = s.Indicators.FirstOrDefault(w => w.Code == whole);
        }

        return false;
    }

    public static IEnumerable<string> Sources(Regulation r) => r.Statistics is { } s ? [s.EstimatedMonths.Source, .. s.CutOff is { } day ? [day.Source] : Array.Empty<string>(), .. s.Indicators.Select(i => i.Source)] : [];
}
