namespace ClusterActors.Academy;

/// <summary>Bars with their liftings, oldest first, as all who hear of them keep them. What is told twice is there once.</summary>
internal static class BarList
{
    public static EquatableList<SchoolBar> With(this EquatableList<SchoolBar> bars, Bar bar) =>
        bars.Put(new SchoolBar(bar, null), x => x.Lifted is null && IsOf(x.Bar, bar.School, bar.Year, bar.Kind));

    public static EquatableList<SchoolBar> With(this EquatableList<SchoolBar> bars, Lifting lifting) =>
        bars.Select(x => x.Lifted is null && IsOf(x.Bar, lifting.School, lifting.Year, lifting.Kind) ? x with { Lifted = lifting } : x).ToEquatableList();

    /// <summary>The bars in force in a year.</summary>
    public static IEnumerable<Bar> InForce(this EquatableList<SchoolBar> bars, int year) => bars.Where(x => x.Lifted is null && x.Bar.Year == year).Select(x => x.Bar);

    /// <summary>The schools that those bars keep from something, by the rules of that year.</summary>
    public static EquatableList<string> Barred(this EquatableList<SchoolBar> bars, int year, BarRules? rules, BarredFrom from) =>
        bars.InForce(year)
            .Where(bar => rules?.Kinds.FirstOrDefault(rule => rule.Kind == bar.Kind)?.From.Value.Contains(from) == true)
            .Select(bar => bar.School)
            .Distinct()
            .ToEquatableList();

    public static bool IsOf(Bar bar, string school, int year, BarKind kind) => bar.School == school && bar.Year == year && bar.Kind == kind;
}
