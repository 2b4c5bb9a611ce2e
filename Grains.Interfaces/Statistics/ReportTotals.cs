using ClusterActors.Academy;

namespace ClusterActors.Statistics;

/// <summary>A school on a campaign year's roll, with its report of a period; what totals are made from.</summary>
/// <param name="Frozen">Whether the year has been closed for it.</param>
/// <param name="Figures">Null when it has not reported.</param>
/// <param name="MergedOn">Since when there is its successor instead, where it was merged while the year was open; else null.</param>
/// <param name="CountsUntilMerger">Whether the year's regulation lets count what it reported up to then.</param>
public sealed record RollReport(
    int Year, string Cluster, string School, bool Frozen, EquatableList<Figure>? Figures, DateOnly? MergedOn = null, bool CountsUntilMerger = false);

/// <summary>What the schools of a cluster, or of all clusters, have reported for a period.</summary>
/// <param name="Cluster">Null for the nation.</param>
/// <param name="Schools">How many schools are on the roll, with those that were merged and yet count.</param>
/// <param name="Unreported">Those that have handed in no report, by code.</param>
/// <param name="Frozen">Whether every school's reports are; before that all totals are of the moment.</param>
/// <param name="Totals">One for each indicator of the period, in the order of the catalogue.</param>
/// <param name="Merged">Schools that were merged before the period's end, and whose reports up to then count, by code: in what happened, not in what is so at the end.</param>
public sealed record ReportTotals(
    int Year,
    ReportPeriod Period,
    string? Cluster,
    int Schools,
    EquatableList<string> Unreported,
    bool Frozen,
    EquatableList<IndicatorTotal> Totals,
    EquatableList<string> Merged);

/// <param name="Amount">The sum over the schools that have reported it; null when none has.</param>
/// <param name="EstimatedMonths">Months for which some school's figure holds an estimate, in order.</param>
/// <param name="Schools">How many schools have reported it.</param>
/// <param name="Missing">Schools on the roll that have not, by code; none of them is counted as zero.</param>
public sealed record IndicatorTotal(string Indicator, Amount? Amount, EquatableList<int> EstimatedMonths, int Schools, EquatableList<string> Missing);

/// <summary>The totals of every cluster that has opened the year, and of all their schools.</summary>
/// <param name="Clusters">By code.</param>
public sealed record NationalTotals(ReportTotals Nation, EquatableList<ReportTotals> Clusters);

/// <summary>Five years up to and with one, for the five-year review.</summary>
/// <param name="Cluster">
/// The cluster whose schools of the last year, with those that were merged into them, are followed through all five; null for the nation, each year with its own schools.
/// </param>
public sealed record FiveYears(int First, int Last, string? Cluster, EquatableList<FiveYearIndicator> Indicators);

/// <param name="Sum">Over the years, for what happened during them; null where nothing was reported, and for what is measured at the end.</param>
/// <param name="Complete">Whether every school has reported it in every one of the years.</param>
public sealed record FiveYearIndicator(string Indicator, Measure Measure, EquatableList<YearAmount> Years, Amount? Sum, bool Complete);

/// <param name="Amount">Null when no school has reported it.</param>
/// <param name="Missing">Schools that have not, by code.</param>
public sealed record YearAmount(int Year, Amount? Amount, EquatableList<string> Missing);
