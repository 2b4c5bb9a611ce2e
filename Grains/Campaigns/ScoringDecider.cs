using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>Self-scores, the draw of inspectors, verified scores and the ranking.</summary>
internal static class ScoringDecider
{
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
            ?? tooLate
            ?? Accept(new CampaignEvent.SelfScoresSubmitted(submit.School, submit.Scores, late));
    }

    public static Decision<CampaignEvent> DrawInspections(CampaignState.Opened c, CampaignCommand.OpenCrossInspection open, Context context)
    {
        var missing = c.Roll.Where(school => c.SheetOf(school) is null).ToList();
        var (rules, agreed) = (c.Regulation.Inspection, open.Agreed ?? []);
        EquatableList<Relaxation> allowed = rules.Relaxations?.Value ?? [];
        var refusal = c.Head(context.Actor)
            ?? c.In(Phase.SelfScoring)
            ?? Check.When(missing.Count > 0, RefusalCode.SheetsMissing, $"Not handed in yet: {CampaignChecks.Named(missing)}.")
            ?? Check.When(!InspectionDraw.IsAgreeable(allowed, agreed), RefusalCode.RelaxationNotAllowed, DrawTexts.Allowed(allowed));
        if (refusal is not null)
            return refusal;

        var sheets = c.Sheets.OrderBy(s => s.School, StringComparer.Ordinal).Select(s => new { s.School, s.SelfScores });
        var seed = Draw.SeedOf(c.Key, "cross-inspection", CanonicalJson.Write(sheets.ToList()));
        var limit = rules.SearchLimit?.Value ?? InspectionDraw.DefaultSearchLimit;
        return InspectionDraw.Of(new(c.Roll, rules.Inspectors.Value, [], []), allowed, agreed, limit, seed) switch
        {
            InspectionOutcome.Drawn drawn => new CampaignEvent.InspectionsDrawn(drawn.Pairs, Convert.ToHexStringLower(seed), drawn.How, drawn.Relaxed),
            InspectionOutcome.Impossible impossible => new Refusal(RefusalCode.InspectionImpossible, DrawTexts.Impossible(impossible, limit)),
            _ => throw new InvalidOperationException("A draw has another outcome."),
        };
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

    private static Decision<CampaignEvent> Accept(CampaignEvent e) => e;
}
