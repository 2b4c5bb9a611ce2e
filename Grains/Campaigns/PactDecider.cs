using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>The pact (giao ước thi đua), its signatures, and the year's running up to the mid-year review.</summary>
internal static class PactDecider
{
    public static Decision<CampaignEvent> Propose(CampaignState.Opened c, CampaignCommand.ProposePact propose, Context context) =>
        c.Head(context.Actor)
        ?? Check.When(c.Pact.Signatures.Count > 0, RefusalCode.PactAlreadySigned, "The pact bears a signature; it can no longer be changed.")
        ?? c.In(Phase.Guided, Phase.PactOpen)
        ?? ProgrammeDecider.Missing(c, Phase.PactOpen)
        ?? (propose.Theme is null ? null : Check.Text(propose.Theme, "theme", 500))
        ?? TargetChecks.Check(c, propose.Targets)
        ?? CampaignChecks.Reason(propose.Reason, again: c.Phase == Phase.PactOpen)
        ?? Accept(new CampaignEvent.PactProposed(propose.Theme, propose.Targets, propose.Reason));

    public static Decision<CampaignEvent> Sign(CampaignState.Opened c, CampaignCommand.SignPact sign, Context context)
    {
        var (tooLate, late) = c.SigningClosed ? (null, true) : CampaignChecks.Punctuality(c.DeadlineOf(Step.PactSignature), context);
        var refusal = c.Member(sign.School)
            ?? Rights.Signs(context.Actor, sign.School)
            ?? Check.When(c.Pact.Signatures.Any(s => s.School == sign.School), RefusalCode.AlreadySigned, $"School '{sign.School}' has signed already.")
            ?? c.In(Phase.PactOpen, Phase.Running)
            ?? Check.When(sign.Draft != c.Pact.Draft, RefusalCode.PactChanged, $"The pact has been proposed anew; draft {c.Pact.Draft} is to be signed.")
            ?? Check.Past(sign.SignedOn, "signature", context)
            ?? tooLate;
        if (refusal is not null)
            return refusal;

        var signed = new CampaignEvent.PactSigned(sign.School, sign.SignedOn, late);
        var inForce = c.Phase == Phase.PactOpen && c.Regulation.Pact.SignedBy.Value.IsReachedBy(c.Pact.Signatures.Count + 1, c.Roll.Count);
        return new Decision<CampaignEvent>.Accept(inForce ? [signed, new CampaignEvent.PactTookEffect()] : [signed]);
    }

    /// <summary>The share of signatures is the regulation's; that the year goes on without it is the Academy's to decide.</summary>
    public static Decision<CampaignEvent> Close(CampaignState.Opened c, CampaignCommand.CloseSigning close, Context context)
    {
        var signed = c.Pact.Signatures.Select(s => s.School).ToHashSet(StringComparer.Ordinal);
        return Rights.Official(context.Actor)
            ?? c.In(Phase.PactOpen)
            ?? Check.When(signed.Count == 0, RefusalCode.SignaturesMissing, "Nobody has signed the pact; it cannot be in force without a signature.")
            ?? CampaignChecks.Decision(close.Decision, context)
            ?? Check.Text(close.Reason, "reason", 1000)
            ?? (Decision<CampaignEvent>)new Decision<CampaignEvent>.Accept(
                [new CampaignEvent.SigningClosed(close.Decision, close.Reason, c.Roll.Where(school => !signed.Contains(school)).ToEquatableList()), new CampaignEvent.PactTookEffect()]);
    }

    public static Decision<CampaignEvent> Review(CampaignState.Opened c, CampaignCommand.RecordMidYearReview review, Context context)
    {
        var again = c.Phase == Phase.MidYearReviewed;
        var (tooLate, late) = again ? default : CampaignChecks.Punctuality(c.DeadlineOf(Step.MidYearReview), context);
        return c.Head(context.Actor)
            ?? Check.When(!IsReviewed(c.Regulation), RefusalCode.WrongPhase, "The regulation of this year has no mid-year review.")
            ?? c.In(Phase.Running, Phase.MidYearReviewed)
            ?? ProgrammeDecider.Missing(c, Phase.MidYearReviewed)
            ?? Check.Past(review.HeldOn, "review", context)
            ?? c.MemberOn(review.Host, review.HeldOn)
            ?? Check.Text(review.Directions, "directions", 4000)
            ?? CampaignChecks.Reason(review.Reason, again)
            ?? tooLate
            ?? Accept(new CampaignEvent.MidYearReviewed(review.HeldOn, review.Host, review.Directions, review.Reason, late));
    }

    public static bool IsReviewed(Regulation regulation) => regulation.OptionalPhases.Value.Contains(OptionalPhase.MidYearReview);

    private static Decision<CampaignEvent> Accept(CampaignEvent e) => e;
}
