using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Councils;

/// <summary>
/// The Government's Flag: voted on by the council, proposed by the Academy within the regulation's share, granted or declined by
/// the Government. It is given upon an award of the year, which the school must hold, and takes no place of another beside it.
/// </summary>
internal static class GovernmentFlagDecider
{
    public static Decision<CouncilEvent> Vote(CouncilState.Formed c, CouncilCommand.RecordGovernmentVote record)
    {
        if ((Ruled(c) ?? Holds(c, record.School) ?? NotProposed(c, record.School) ?? CouncilDecider.Session(c, record.Session)) is { } refusal)
            return refusal;
        var session = c.SessionOf(record.Session)!;
        return CouncilVotes.Count(session, record.Count)
            ?? CampaignChecks.Reason(record.Reason, again: c.GovernmentFlagOf(record.School) is not null)
            ?? Accept(new CouncilEvent.GovernmentFlagVoted(
                c.UponOf(record.School)!.Cluster, record.School, CouncilVotes.Advice(c.Rules, c.Rules.GovernmentFlag!.Vote, session, record.Count), record.Reason));
    }

    public static Decision<CouncilEvent> Propose(CouncilState.Formed c, CouncilCommand.ProposeToGovernment propose, Context context) =>
        Ruled(c)
        ?? Holds(c, propose.School)
        ?? NotProposed(c, propose.School)
        ?? Check.When(
            c.GovernmentFlagOf(propose.School) is not { Advice.Outcome.Recommended: true },
            RefusalCode.NotRecommended,
            $"The council has not voted for proposing school '{propose.School}'.")
        ?? Check.When(
            c.GovernmentFlags.Count(f => f.Letter is not null) >= c.GovernmentMost,
            RefusalCode.ShareUsedUp,
            $"No more than {c.GovernmentMost} can be proposed, {c.Rules.GovernmentFlag!.MostShare.Value} of the {c.Rules.GovernmentFlag.Upon.Value}s of the year.")
        ?? CampaignChecks.Decision(propose.Letter, context)
        ?? Accept(new CouncilEvent.ProposedToGovernment(propose.School, propose.Letter, c.GovernmentMost));

    /// <summary>A fact from outside, which the award that the Flag was to be given upon does not have to outlive. Recorded anew, with a reason, it corrects what was recorded before.</summary>
    public static Decision<CouncilEvent> Record(CouncilState.Formed c, CouncilCommand.RecordGovernmentDecision record, Context context) =>
        Check.When(c.GovernmentFlagOf(record.School) is not { Letter: not null }, RefusalCode.NominationUnknown, $"School '{record.School}' has not been proposed to the Government.")
        ?? Check.When(
            record.Outcome == GovernmentOutcome.Revoked && c.GovernmentFlagOf(record.School)!.Outcome is null or GovernmentOutcome.Declined,
            RefusalCode.NominationDecided,
            $"The Government's Flag for school '{record.School}' was not granted and cannot be revoked.")
        ?? CampaignChecks.Decision(record.Decision, context)
        ?? CampaignChecks.Reason(record.Reason, again: c.GovernmentFlagOf(record.School)!.Outcome is not null)
        ?? Accept(new CouncilEvent.GovernmentDecided(record.School, record.Outcome, record.Decision, record.Reason));

    public static CouncilState.Formed Evolve(CouncilState.Formed c, CouncilEvent e) => e switch
    {
        CouncilEvent.GovernmentFlagVoted v => c with { GovernmentFlags = c.GovernmentFlags.Put(new(v.School, v.Cluster, v.Advice), f => f.School == v.School) },
        CouncilEvent.ProposedToGovernment p => With(c, p.School, f => f with { Letter = p.Letter }),
        CouncilEvent.GovernmentDecided d => With(c, d.School, f => f with { Outcome = d.Outcome, Decision = d.Decision, Reason = d.Reason }),
        _ => c,
    };

    /// <summary>With the award gone the Flag has lost what it was given upon; whether it stands is for the Government.</summary>
    public static CouncilState.Formed Noted(CouncilState.Formed c, CouncilEvent.DecisionNoted noted) =>
        noted.Standing == CouncilStanding.Revoked && noted.Award == c.Rules.GovernmentFlag?.Upon.Value && c.GovernmentFlagOf(noted.School)?.Cluster == noted.Cluster
            ? With(c, noted.School, f => f with { UponRevoked = noted.Decision })
            : c;

    private static Refusal? Ruled(CouncilState.Formed c) =>
        Check.When(c.Rules.GovernmentFlag is null, RefusalCode.WrongPhase, "By the regulation nobody is proposed for the Government's Flag.");

    private static Refusal? Holds(CouncilState.Formed c, string school) =>
        Check.When(c.UponOf(school) is null, RefusalCode.AwardNotHeld, $"School '{school}' does not hold the {c.Rules.GovernmentFlag!.Upon.Value} of {c.Year}.");

    private static Refusal? NotProposed(CouncilState.Formed c, string school) =>
        Check.When(c.GovernmentFlagOf(school) is { Letter: not null }, RefusalCode.NominationDecided, $"School '{school}' has been proposed to the Government.");

    private static CouncilState.Formed With(CouncilState.Formed c, string school, Func<GovernmentFlag, GovernmentFlag> change) =>
        c.GovernmentFlagOf(school) is { } flag ? c with { GovernmentFlags = c.GovernmentFlags.Put(change(flag), f => f.School == school) } : c;

    private static Decision<CouncilEvent> Accept(CouncilEvent e) => e;
}
