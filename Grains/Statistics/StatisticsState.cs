using ClusterActors.Academy;

namespace ClusterActors.Statistics;

/// <summary>A school's reports of one year.</summary>
public abstract record StatisticsState
{
    private StatisticsState()
    {
    }

    public sealed record Unexpected : StatisticsState;

    /// <param name="Reports">The latest version of each period's report, in the order in which they first came.</param>
    public sealed record Expected(StatisticsKey Key, StatisticsRules Rules, EquatableList<ReportView> Reports, bool Frozen) : StatisticsState
    {
        public ReportView? ReportOf(ReportPeriod period) => Reports.FirstOrDefault(r => r.Period == period);

        /// <summary>The version of a period's report; 0 where there is none.</summary>
        public int VersionOf(ReportPeriod period) => ReportOf(period)?.Version ?? 0;

        internal Expected With(ReportPeriod period, EquatableList<Figure> figures, string? reason, DecisionReference? decision) => this with
        {
            Reports = Reports.Put(new(period, VersionOf(period) + 1, figures, reason, decision), r => r.Period == period),
        };
    }

    public static StatisticsState Evolve(StatisticsState state, StatisticsEvent e) => (state, e) switch
    {
        (Unexpected, StatisticsEvent.ReportsExpected x) => new Expected(new(x.School, x.Year), x.Rules, [], Frozen: false),
        (Expected s, StatisticsEvent.ReportSubmitted r) => s.With(r.Period, r.Figures, null, null),
        (Expected s, StatisticsEvent.ReportCorrected r) => s.With(r.Period, r.Figures, r.Reason, r.Decision),
        (Expected s, StatisticsEvent.ReportsFrozen) => s with { Frozen = true },
        _ => state,
    };
}
