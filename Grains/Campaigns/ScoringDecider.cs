using ClusterActors.Academy;
using ClusterActors.Beacons;

namespace ClusterActors.Campaigns;

/// <summary>Self-scores, the draw of inspectors, verified scores and the ranking.</summary>
internal static class ScoringDecider
{
    /// <summary>What the seed of the draw is asked for.</summary>
    public const string Purpose = "cross-inspection";

    public static Decision<CampaignEvent> Open(CampaignState.Opened c, Context context) =>
        c.Head(context.Actor)
        ?? c.In(PactDecider.IsReviewed(c.Regulation) ? Phase.MidYearReviewed : Phase.Running)
        ?? Accept(new CampaignEvent.SelfScoringOpened());

    public static Decision<CampaignEvent> Submit(CampaignState.Opened c, CampaignCommand.SubmitSelfScores submit, Context context)
    {
        var (tooLate, late) = CampaignChecks.Punctuality(c.DeadlineOf(Step.SelfScores), context);
        return c.Member(submit.School)
            ?? Rights.Represents(context.Actor, submit.School)
            ?? c.In(Phase.SelfScoring)
            ?? ScoreSheet.Check(c.Regulation.Scores, submit.Scores)
            ?? CampaignChecks.Reason(submit.Reason, again: c.SheetOf(submit.School) is not null)
            ?? tooLate
            ?? Accept(new CampaignEvent.SelfScoresSubmitted(submit.School, submit.Scores, late, submit.Reason));
    }

    public static Decision<CampaignEvent> DeclareConflict(CampaignState.Opened c, CampaignCommand.DeclareConflict declare, Context context) =>
        c.Member(declare.School)
        ?? c.Member(declare.With)
        ?? (c.Head(context.Actor) is null ? null : Rights.Represents(context.Actor, declare.School))
        ?? Check.When(c.Phase > Phase.SelfScoring, RefusalCode.WrongPhase, $"The year is in phase {c.Phase}; conflicts are declared before the sheets are closed.")
        ?? Check.When(declare.School == declare.With, RefusalCode.ConflictInvalid, "A conflict is between two schools.")
        ?? Check.When(c.Conflicts.Any(x => IsBetween(x, declare.School, declare.With)), RefusalCode.AlreadyExists, "This conflict has been declared.")
        ?? Check.Text(declare.Reason, "reason", 1000)
        ?? Accept(new CampaignEvent.ConflictDeclared(declare.School, declare.With, declare.Reason));

    public static Decision<CampaignEvent> CloseSheets(CampaignState.Opened c, Context context)
    {
        var missing = c.Roll.Where(school => c.SheetOf(school) is null).ToList();
        var inspectors = c.Regulation.Inspection.Inspectors.Value;
        return c.Head(context.Actor)
            ?? c.In(Phase.SelfScoring)
            ?? Check.When(missing.Count > 0, RefusalCode.SheetsMissing, $"Not handed in yet: {CampaignChecks.Named(missing)}.")
            ?? Check.When(c.Roll.Count < (2 * inspectors) + 1, RefusalCode.InspectionImpossible, $"With {c.Roll.Count} members and {inspectors} inspectors each, some would inspect each other.")
            ?? Accept(new CampaignEvent.SheetsClosed(Purpose));
    }

    public static Decision<CampaignEvent> Draw(CampaignState.Opened c, Seed drawn)
    {
        var seed = Campaigns.Draw.SeedOf(c.Key.ToString(), Purpose, drawn);
        return new CampaignEvent.InspectionsDrawn(Campaigns.Draw.Inspections(c.Roll, c.Regulation.Inspection.Inspectors.Value, seed)!, Convert.ToHexStringLower(seed));
    }

    public static Decision<CampaignEvent> Receive(CampaignState.Opened c, CampaignCommand.ReceiveFindings findings, Context context) =>
        Rights.System(context.Actor, new InspectionKey(c.Key.Cluster, c.Key.Year, findings.School).ToString())
        ?? c.Member(findings.School)
        ?? c.In(Phase.CrossInspection)
        ?? ScoreSheet.Check(c.Regulation.Scores, findings.Verified)
        ?? Accept(new CampaignEvent.FindingsReceived(findings.School, findings.Verified));

    public static Decision<CampaignEvent> FixRanking(CampaignState.Opened c, Context context)
    {
        var missing = c.Sheets.Where(s => s.Verified.Count == 0).Select(s => s.School).ToList();
        return c.Head(context.Actor)
            ?? c.In(Phase.CrossInspection)
            ?? Check.When(missing.Count > 0, RefusalCode.FindingsMissing, $"Not inspected yet: {CampaignChecks.Named(missing)}.")
            ?? Accept(new CampaignEvent.RankingFixed(Ranking.Of(c.Regulation.Scores, c.Sheets.Select(s => (s.School, (IReadOnlyList<Score>)s.Verified)))));
    }

    private static bool IsBetween(Conflict conflict, string one, string other) =>
        (conflict.School == one && conflict.With == other) || (conflict.School == other && conflict.With == one);

    private static Decision<CampaignEvent> Accept(CampaignEvent e) => e;
}
