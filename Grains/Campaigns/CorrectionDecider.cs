namespace ClusterActors.Campaigns;

/// <summary>
/// Correction after publication (đính chính). Before a document is published its author enters it anew, with a reason; after that
/// only the Academy corrects, by a decision, and the document gets a new version. Nothing is edited: what stood before stands in
/// the journal.
/// </summary>
internal static class CorrectionDecider
{
    public static Decision<CampaignEvent> Correct(CampaignState.Opened c, CampaignCommand.CorrectConference correct, Context context) =>
        Rights.Official(context.Actor)
        ?? Check.When(c.Phase is < Phase.Nominated or Phase.Closed, RefusalCode.WrongPhase, $"The year is in phase {c.Phase}; a conference is corrected after it was held and before the year is closed.")
        ?? ClosingDecider.Minutes(c, correct.HeldOn, correct.Host, correct.Attending, context)
        ?? CampaignChecks.Decision(correct.Decision, context)
        ?? Check.Text(correct.Reason, "reason", 1000)
        ?? (Decision<CampaignEvent>)new CampaignEvent.ConferenceCorrected(correct.HeldOn, correct.Host, correct.Attending, correct.Decision, correct.Reason);

    public static Decision<CampaignEvent> Correct(CampaignState.Opened c, CampaignCommand.CorrectScores correct, Context context)
    {
        var refusal = Rights.Official(context.Actor)
            ?? (c.SheetOf(correct.School) is null ? c.Member(correct.School) : null)
            ?? Check.When(c.Phase is < Phase.Ranked or Phase.Closed, RefusalCode.WrongPhase, $"The year is in phase {c.Phase}; a ranking is corrected after it was fixed and before the year is closed.")
            ?? Check.When(VoteDecider.Valid(c).Any(v => v is { LotAsked: true, Outcome: null }), RefusalCode.LotAwaited, "A lot between equals is being drawn; what it decides on stays as it is until then.")
            ?? Check.When(c.SheetOf(correct.School) is null, RefusalCode.NotAMember, $"School '{correct.School}' was not ranked; it has no scores to correct.")
            ?? CampaignChecks.Decision(correct.Decision, context)
            ?? Check.Text(correct.Reason, "reason", 1000)
            ?? ScoreSheet.Check(c.Regulation.Scores, correct.Scores);
        if (refusal is not null)
            return refusal;
        var sheets = c.Sheets.Select(s => (s.School, (IReadOnlyList<Score>)(s.School == correct.School ? correct.Scores : s.Verified)));
        return new CampaignEvent.ScoresCorrected(correct.School, correct.Scores, Ranking.Of(c.Regulation.Scores, sheets), correct.Decision, correct.Reason);
    }
}
