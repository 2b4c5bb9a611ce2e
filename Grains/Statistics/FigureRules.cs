using ClusterActors.Academy;

namespace ClusterActors.Statistics;

/// <summary>What the figures of a report must satisfy. Nothing has to be there: what is left out is missing, not zero.</summary>
internal static class FigureRules
{
    // Far above anything a school counts, and far below where sums would leave the range of decimal.
    private const decimal MostOfAnything = 1_000_000_000_000;

    public static Refusal? Check(StatisticsRules rules, ReportPeriod period, EquatableList<Figure> figures)
    {
        if (figures.Count == 0)
            return new(RefusalCode.FigureInvalid, "A report has at least one figure.");
        if (figures.GroupBy(f => f.Indicator, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new(RefusalCode.IndicatorTwice, $"Indicator '{twice.Key}' is reported twice.");
        return figures.Select(f => Flaw(rules, period, f)).FirstOrDefault(flaw => flaw is not null) ?? Excess(rules, figures);
    }

    private static Refusal? Flaw(StatisticsRules rules, ReportPeriod period, Figure figure)
    {
        if (rules.Indicators.FirstOrDefault(i => i.Code == figure.Indicator) is not { } indicator || !indicator.Periods.Contains(period))
            return new(RefusalCode.IndicatorUnknown, $"The report {period} has no indicator '{figure.Indicator}'.");
        if (figure.Value is < 0 or > MostOfAnything || decimal.Round(figure.Value, indicator.Decimals) != figure.Value)
            return new(RefusalCode.FigureInvalid, $"Indicator '{indicator.Code}': {figure.Value} is no number of it; it is 0 to {MostOfAnything} with at most {indicator.Decimals} decimals.");
        var months = figure.EstimatedMonths ?? [];
        return months.Distinct().Count() == months.Count && months.All(m => rules.EstimatedMonths.Value.Contains(m) && m <= LastMonthOf(period))
            ? null
            : new(RefusalCode.EstimateNotAllowed, $"Indicator '{indicator.Code}': in the report {period} not every month of {months} may be estimated, each once.");
    }

    // Only what is certain is held against a whole: 'about' is no lower bound, and a whole that is not exact has no upper one.
    private static Refusal? Excess(StatisticsRules rules, EquatableList<Figure> figures)
    {
        var parts =
            from figure in figures
            join indicator in rules.Indicators on figure.Indicator equals indicator.Code
            where indicator.PartOf is not null && figure.Qualifier != Qualifier.About
            group figure by indicator.PartOf;
        foreach (var (breakdown, least) in parts.Select(p => (p.Key, p.Sum(f => f.Value))))
        {
            if (figures.FirstOrDefault(f => f.Indicator == breakdown.Whole) is { Qualifier: Qualifier.Exact } whole && least > whole.Value)
                return new(RefusalCode.PartsExceedWhole, $"Indicator '{whole.Indicator}' is {whole.Value}, and its parts by {breakdown.By} are {least} at least.");
        }

        return null;
    }

    private static int LastMonthOf(ReportPeriod period) => period == ReportPeriod.FirstHalf ? 6 : 12;
}
