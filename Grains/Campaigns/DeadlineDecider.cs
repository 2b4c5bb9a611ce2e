using ClusterActors.Academy;
using ClusterActors.Inspections;

namespace ClusterActors.Campaigns;

/// <summary>Deadlines and their extensions.</summary>
internal static class DeadlineDecider
{
    public static Decision<CampaignEvent> Extend(CampaignState.Opened c, CampaignCommand.ExtendDeadline extend, Context context)
    {
        var ruled = c.Regulation.Deadlines.FirstOrDefault(d => d.Step == extend.Step);
        var refusal = c.Authorised(ruled?.Extension?.By.Value, context.Actor)
            ?? Check.When(ruled is null, RefusalCode.DeadlineUnknown, $"The regulation has no deadline for {extend.Step}.")
            ?? Check.When(c.Phase > LastPhaseOf(extend.Step), RefusalCode.WrongPhase, $"The year is in phase {c.Phase}, where nobody does {extend.Step} any more.")
            ?? Check.Text(extend.Reason, "reason", 1000);
        if (refusal is not null)
            return refusal;
        var (before, day) = (c.DeadlineOf(extend.Step)!.Day, IsInReach(c, extend.Day) ? c.Regulation.Calendar.Settled(extend.Day) : extend.Day);
        return Later(c, before, day, context)
            ?? (Rights.Official(context.Actor) is null ? null : Within(c, ruled!, day))
            ?? (Decision<CampaignEvent>)new CampaignEvent.DeadlineExtended(extend.Step, before, day, Rights.SchoolOf(context.Actor), extend.Reason);
    }

    /// <summary>The last phase in which a step can be done; where the year has gone past it, its deadline means nothing any more.</summary>
    public static Phase LastPhaseOf(Step step) => step switch
    {
        Step.PactSignature => Phase.Running,
        Step.Registration or Step.MidYearReview => Phase.MidYearReviewed,
        Step.SelfScores => Phase.SelfScoring,
        Step.Conference => Phase.Ranked,
        _ => Phase.CrossInspection,
    };

    /// <summary>Inspections under way have a deadline of their own, which follows the campaign's.</summary>
    public static IEnumerable<Outgoing> React(CampaignState.Opened c, CampaignEvent.DeadlineExtended extended) =>
        extended.Step != Step.Findings || c.Phase != Phase.CrossInspection ? [] : c.Sheets
            .Where(sheet => sheet.Verified.Count == 0)
            .Select(sheet => Outgoing.To<InspectionCommand>(new InspectionKey(c.Key.Cluster, c.Key.Year, sheet.School), new InspectionCommand.ApplyExtension(extended.Day)));

    private static bool IsInReach(CampaignState.Opened c, DateOnly day) => day.Year >= c.Key.Year && day.Year <= c.Key.Year + 1;

    private static Refusal? Later(CampaignState.Opened c, DateOnly before, DateOnly day, Context context) =>
        Check.When(day <= before, RefusalCode.ExtensionInvalid, $"The deadline is {before:yyyy-MM-dd}; an extension ends later.")
        ?? Check.When(day < VietnamTime.DayOf(context.RecordedAt), RefusalCode.ExtensionInvalid, $"{day:yyyy-MM-dd} has passed.")
        ?? Check.When(!IsInReach(c, day), RefusalCode.ExtensionInvalid, "A deadline lies in its year or the one after it.");

    // What moves the regulation's day to a working day moves the furthest day, too.
    private static Refusal? Within(CampaignState.Opened c, Deadline ruled, DateOnly day)
    {
        var (rules, calendar) = (ruled.Extension!, c.Regulation.Calendar);
        var latest = calendar.Settled(calendar.After(calendar.Settled(ruled.Day), rules.Days.Value, rules.Count?.Value ?? DayCount.Calendar));
        return Check.When(day > latest, RefusalCode.ExtensionTooFar, $"The cluster may extend this deadline up to {latest:yyyy-MM-dd}.")
            ?? Check.When(
                c.Extensions.Count(x => x.Step == ruled.Step && x.School is not null) >= rules.Times.Value,
                RefusalCode.ExtensionsUsedUp,
                $"The cluster may extend this deadline {rules.Times.Value} times, and has.");
    }
}
