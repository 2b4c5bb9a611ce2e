namespace ClusterActors.Standards;

/// <summary>How many indicators are met. A level is reached where all that it asks for are: one that is missing is not made up for by another.</summary>
internal static class StandardProgress
{
    /// <param name="number">What counts of a value, stated or verified; null: nothing yet.</param>
    public static EquatableList<LevelProgress> Of(Standard standard, int firstYear, EquatableList<IndicatorValue> values, Func<IndicatorValue, decimal?> number) =>
        Enum.GetValues<StandardLevel>().Select(level => Of(standard, level, firstYear, values, number)).ToEquatableList();

    private static LevelProgress Of(Standard standard, StandardLevel level, int firstYear, EquatableList<IndicatorValue> values, Func<IndicatorValue, decimal?> number)
    {
        var years = Enumerable.Range(firstYear, standard.WindowYears.Value).ToList();
        var criteria = standard.Criteria.Select(c =>
        {
            var asked = c.Indicators.Where(i => i.At(level) is not null).ToList();
            return new CriterionProgress(c.Code, asked.Count(i => IsMet(i, i.At(level)!.Value)), asked.Count);
        }).ToEquatableList();
        var (met, total) = (criteria.Sum(c => c.Met), criteria.Sum(c => c.Total));
        return new(level, met, total, met == total, criteria);

        bool IsMet(StandardIndicator indicator, decimal least) => indicator.Term switch
        {
            IndicatorTerm.AtEnd => Number(indicator, null) >= least,
            IndicatorTerm.EachYear => years.TrueForAll(year => Number(indicator, year) >= least),
            IndicatorTerm.Sum => years.Sum(year => Number(indicator, year) ?? 0) >= least,
            _ => throw new ArgumentOutOfRangeException(nameof(indicator)),
        };

        decimal? Number(StandardIndicator indicator, int? year) =>
            values.FirstOrDefault(v => v.Indicator == indicator.Code && v.Year == year) is { } value ? number(value) : null;
    }
}
