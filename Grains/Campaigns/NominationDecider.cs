using ClusterActors.Academy;
using ClusterActors.Schools;

namespace ClusterActors.Campaigns;

/// <summary>
/// What becomes of a nomination at the Academy. An award is granted in two steps: the school keeps a place, then the decision
/// takes effect; so it can be refused before it is a fact, and never after.
/// </summary>
internal static class NominationDecider
{
    public static Decision<CampaignEvent> Decide(CampaignState.Opened c, CampaignCommand.DecideNomination decide, Context context)
    {
        var refusal = Rights.Official(context.Actor)
            ?? Find(c, decide.Award, decide.School, NominationState.Nominated, NominationState.Barred)
            ?? (decide.Granted ? c.InReview(decide.School) : null)
            ?? CampaignChecks.Decision(decide.Decision, context)
            ?? CouncilAdvisor.Agrees(c, decide)
            ?? (decide.Granted && decide.Reason is null ? null : Check.Text(decide.Reason, "reason", 1000));
        if (refusal is not null)
            return refusal;
        return decide.Granted
            ? new CampaignEvent.AwardProposed(decide.Award, decide.School, decide.Decision, decide.Reason)
            : new CampaignEvent.NominationDeclined(decide.Award, decide.School, decide.Decision, decide.Reason!);
    }

    public static Decision<CampaignEvent> Note(CampaignState.Opened c, CampaignCommand.NoteReservation note, Context context) =>
        Rights.System(context.Actor, new SchoolKey(note.School).ToString())
        ?? Find(c, note.Award, note.School, NominationState.Deciding)
        ?? Accept(note.Kept
            ? new CampaignEvent.AwardGranted(note.Award, note.School, c.NominationOf(note.Award, note.School)!.Decision!)
            : new CampaignEvent.NominationBarred(note.Award, note.School));

    public static Decision<CampaignEvent> Revoke(CampaignState.Opened c, CampaignCommand.RevokeAward revoke, Context context) =>
        Rights.Official(context.Actor)
        ?? Find(c, revoke.Award, revoke.School, NominationState.Granted)
        ?? CampaignChecks.Decision(revoke.Decision, context)
        ?? Check.Text(revoke.Reason, "reason", 1000)
        ?? Accept(new CampaignEvent.AwardRevoked(revoke.Award, revoke.School, revoke.Decision, revoke.Reason));

    public static IEnumerable<Outgoing> React(CampaignState.Opened c, CampaignEvent e) => e switch
    {
        CampaignEvent.AwardProposed p => [ToSchool(p.School, new SchoolCommand.ReserveAward(p.Award, c.Key.Year))],
        CampaignEvent.AwardGranted g => [ToSchool(g.School, new SchoolCommand.ReceiveAward(g.Award, c.Key.Year, g.Decision))],
        CampaignEvent.AwardRevoked r => [ToSchool(r.School, new SchoolCommand.LoseAward(r.Award, c.Key.Year, r.Decision, r.Reason))],
        _ => [],
    };

    /// <summary>Nominations that the Academy has still to decide on.</summary>
    public static IEnumerable<NominationRecord> Undecided(CampaignState.Opened c) =>
        c.Nominations.Where(n => n.State is NominationState.Nominated or NominationState.Deciding or NominationState.Barred);

    private static Refusal? Find(CampaignState.Opened c, Award award, string school, params ReadOnlySpan<NominationState> states) =>
        c.NominationOf(award, school) switch
        {
            null => new(RefusalCode.NominationUnknown, $"School '{school}' was not nominated for the {award}."),
            { State: var state } when !states.Contains(state) => new(RefusalCode.NominationDecided, $"The nomination of '{school}' for the {award} stands at {state}."),
            _ => null,
        };

    private static Outgoing ToSchool(string school, SchoolCommand command) => Outgoing.To(new SchoolKey(school), command);

    private static Decision<CampaignEvent> Accept(CampaignEvent e) => e;
}
