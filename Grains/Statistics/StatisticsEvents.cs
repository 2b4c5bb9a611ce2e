using ClusterActors.Academy;

namespace ClusterActors.Statistics;

public abstract record StatisticsEvent
{
    private StatisticsEvent()
    {
    }

    [EventName("reports-expected")]
    public sealed record ReportsExpected(string School, int Year, StatisticsRules Rules) : StatisticsEvent;

    [EventName("report-submitted")]
    public sealed record ReportSubmitted(ReportPeriod Period, EquatableList<Figure> Figures) : StatisticsEvent;

    /// <summary>A new version of a period's report; by the Academy where there is a decision, else by the school.</summary>
    [EventName("report-corrected")]
    public sealed record ReportCorrected(ReportPeriod Period, EquatableList<Figure> Figures, string Reason, DecisionReference? Decision = null) : StatisticsEvent;

    [EventName("reports-frozen")]
    public sealed record ReportsFrozen : StatisticsEvent;
}
