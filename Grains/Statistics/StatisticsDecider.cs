using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Statistics;

/// <summary>A report is handed in, corrected by new versions, frozen with the year, and from then on corrected by the Academy alone.</summary>
public static class StatisticsDecider
{
    public static Aggregate<StatisticsState, StatisticsCommand, StatisticsEvent> Aggregate { get; } =
        new(new StatisticsState.Unexpected(), Decide, StatisticsState.Evolve, (_, _) => [], View);

    public static Decision<StatisticsEvent> Decide(StatisticsState state, StatisticsCommand command, Context context) => (state, command) switch
    {
        (StatisticsState.Unexpected, StatisticsCommand.ExpectReports expect) => Expect(expect, context),
        (StatisticsState.Unexpected, _) => new Refusal(RefusalCode.NotFound, $"There is no '{context.Stream}'."),
        (StatisticsState.Expected, StatisticsCommand.ExpectReports) => new Refusal(RefusalCode.AlreadyExists, "Reports are expected already."),
        (StatisticsState.Expected s, StatisticsCommand.SubmitReport submit) =>
            Rights.Represents(context.Actor, s.Key.School)
            ?? NotFrozen(s)
            ?? Check.When(s.ReportOf(submit.Period) is not null, RefusalCode.AlreadyExists, $"The report {submit.Period} has been handed in; it can be corrected.")
            ?? FigureRules.Check(s.Rules, submit.Period, submit.Figures)
            ?? Accept(new StatisticsEvent.ReportSubmitted(submit.Period, submit.Figures)),
        (StatisticsState.Expected s, StatisticsCommand.CorrectReport correct) =>
            Rights.Represents(context.Actor, s.Key.School)
            ?? NotFrozen(s)
            ?? Check.When(s.ReportOf(correct.Period) is null, RefusalCode.NotFound, $"No report {correct.Period} has been handed in.")
            ?? Latest(s, correct.Period, correct.Version)
            ?? Check.Text(correct.Reason, "reason")
            ?? FigureRules.Check(s.Rules, correct.Period, correct.Figures)
            ?? Accept(new StatisticsEvent.ReportCorrected(correct.Period, correct.Figures, correct.Reason)),
        (StatisticsState.Expected s, StatisticsCommand.CorrectFrozenReport correct) =>
            Rights.Official(context.Actor)
            ?? Check.When(!s.Frozen, RefusalCode.WrongPhase, "The year has not been closed: the school itself corrects its reports.")
            ?? CampaignChecks.Decision(correct.Decision, context)
            ?? Latest(s, correct.Period, correct.Version)
            ?? Check.Text(correct.Reason, "reason")
            ?? FigureRules.Check(s.Rules, correct.Period, correct.Figures)
            ?? Accept(new StatisticsEvent.ReportCorrected(correct.Period, correct.Figures, correct.Reason, correct.Decision)),
        (StatisticsState.Expected s, StatisticsCommand.FreezeReports) =>
            Rights.CampaignOf(context.Actor, s.Key.Year) ?? NotFrozen(s) ?? Accept(new StatisticsEvent.ReportsFrozen()),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    private static Decision<StatisticsEvent> Expect(StatisticsCommand.ExpectReports expect, Context context)
    {
        var key = StatisticsKey.Parse(context.Stream);
        return Rights.CampaignOf(context.Actor, key.Year) ?? Accept(new StatisticsEvent.ReportsExpected(key.School, key.Year, expect.Rules));
    }

    private static Refusal? NotFrozen(StatisticsState.Expected s) =>
        Check.When(s.Frozen, RefusalCode.WrongPhase, "The year has been closed and its reports with it; the Academy can correct them.");

    private static Refusal? Latest(StatisticsState.Expected s, ReportPeriod period, int version) => version == s.VersionOf(period)
        ? null
        : new(RefusalCode.ReportChanged, $"The report {period} stands at version {s.VersionOf(period)}, not {version}.");

    private static ViewDocument? View(StatisticsState state) => state is StatisticsState.Expected s
        ? new(
            StatisticsKey.Kind,
            new StatisticsView(s.Key.School, s.Key.Year, s.Rules.Indicators, s.Rules.EstimatedMonths.Value, s.Reports, s.Frozen, s.Rules.CutOff?.Value),
            Year: s.Key.Year,
            School: s.Key.School)
        : null;

    private static Decision<StatisticsEvent> Accept(StatisticsEvent e) => e;
}
