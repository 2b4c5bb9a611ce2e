namespace ClusterActors.Standards;

/// <summary>What values of an assessment must satisfy, the school's and the Academy's.</summary>
internal static class ValueChecks
{
    private const int MostValues = 1000;

    public static Refusal? Stated(AssessmentState.Begun a, EquatableList<StatedValue> values, int today) =>
        Some(values.Select(v => (v.Indicator, v.Year)).ToList())
        ?? values.Select(v =>
            Of(a, v.Indicator, v.Year, v.Value)
            ?? Check.When(v.Year > today, RefusalCode.ValueInvalid, $"Indicator '{v.Indicator}': {v.Year} has not begun.")
            ?? Check.Text(v.Evidence, $"evidence for '{v.Indicator}'", 300)).FirstOrDefault(refusal => refusal is not null);

    public static Refusal? Verified(AssessmentState.Begun a, EquatableList<VerifiedValue> values) =>
        Some(values.Select(v => (v.Indicator, v.Year)).ToList())
        ?? values.Select(v => Of(a, v.Indicator, v.Year, v.Value) ?? Of(a, v)).FirstOrDefault(refusal => refusal is not null);

    private static Refusal? Of(AssessmentState.Begun a, VerifiedValue verified)
    {
        var stated = a.ValueOf(verified.Indicator, verified.Year);
        return Check.When(stated?.Version != verified.Version, RefusalCode.ValueChanged, $"Indicator '{verified.Indicator}' stands at version {stated?.Version ?? 0}, not {verified.Version}.")
            ?? (verified.Reason is not null ? Check.Text(verified.Reason, $"reason for '{verified.Indicator}'", 1000)
                : Check.When(stated!.Value != verified.Value, RefusalCode.ReasonRequired, $"Indicator '{verified.Indicator}': {verified.Value} instead of {stated.Value} needs a reason."));
    }

    private static Refusal? Of(AssessmentState.Begun a, string code, int? year, decimal value)
    {
        if (a.Standard.Criteria.SelectMany(c => c.Indicators).FirstOrDefault(i => i.Code == code) is not { } indicator)
            return new(RefusalCode.IndicatorUnknown, $"The standard has no indicator '{code}'.");
        if (indicator.Term == IndicatorTerm.AtEnd ? year is not null : !(year >= a.Key.FirstYear && year <= a.LastYear))
            return new(RefusalCode.ValueInvalid, indicator.Term == IndicatorTerm.AtEnd ? $"Indicator '{code}' has one value, of no year." : $"Indicator '{code}' has a value for each year from {a.Key.FirstYear} to {a.LastYear}.");
        return StandardChecks.Flaw(indicator.Kind, value) is { } flaw ? new(RefusalCode.ValueInvalid, $"Indicator '{code}': {value} is no value of it; {flaw}.") : null;
    }

    private static Refusal? Some(List<(string Indicator, int? Year)> values) =>
        Check.When(values.Count is 0 or > MostValues, RefusalCode.ValueInvalid, $"1 to {MostValues} values are given at once.")
        ?? Check.When(values.Distinct().Count() != values.Count, RefusalCode.IndicatorTwice, "An indicator is given twice for the same year.");
}
