using ClusterActors.Academy;

namespace ClusterActors.Statistics;

/// <summary>
/// Two years of the same schools: those on the later year's roll, whatever cluster each was in before. So a comparison means the
/// same before and after clusters are formed anew. A school that others were merged into stands for all of them in both years.
/// </summary>
public sealed record ReportComparison(int Year, int With, ReportPeriod Period, string? Cluster, EquatableList<IndicatorComparison> Indicators);

/// <param name="Before">The sum of the earlier year over the schools that have reported the indicator in both; null when none has.</param>
/// <param name="After">The sum of the later year over the same schools.</param>
/// <param name="Schools">How many schools are compared.</param>
/// <param name="Missing">Schools on the later roll that lack the figure in one of the years, or one of whose predecessors does, by code; they are in neither sum.</param>
/// <param name="Basis">Whether sums of merged schools are among what is compared.</param>
/// <param name="Merged">Those, by code, each for itself; null where there are none.</param>
public sealed record IndicatorComparison(
    string Indicator,
    Amount? Before,
    Amount? After,
    Change? Change,
    int Schools,
    EquatableList<string> Missing,
    ComparisonBasis Basis = ComparisonBasis.SameSchools,
    EquatableList<MergedComparison>? Merged = null);

public enum ComparisonBasis
{
    /// <summary>Every school is compared with itself.</summary>
    SameSchools,

    /// <summary>Some are compared with the schools that were merged into them.</summary>
    Merged,
}

/// <summary>A school beside those that it came out of.</summary>
/// <param name="With">The schools that were merged into it and whose figures are in one of the sums, by code.</param>
/// <param name="Before">What was reported for the earlier year by those of them that there were.</param>
/// <param name="After">What was reported for the later year; also what merged schools reported in it, where it counts.</param>
public sealed record MergedComparison(string School, EquatableList<string> With, Amount Before, Amount After, Change Change);
