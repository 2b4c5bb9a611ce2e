using ClusterActors.Academy;
using ClusterActors.Councils;

namespace ClusterActors.Campaigns;

/// <summary>What the year and the Academy's council tell each other. The council advises; who decides otherwise says why.</summary>
internal static class CouncilAdvisor
{
    /// <summary>News of a vote can be older than the decision, and is no less a fact.</summary>
    public static Decision<CampaignEvent> Note(CampaignState.Opened c, CampaignCommand.NoteCouncil note, Context context) =>
        Rights.System(context.Actor, new CouncilKey(c.Key.Year).ToString())
        ?? Check.When(c.NominationOf(note.Award, note.School) is null, RefusalCode.NominationUnknown, $"School '{note.School}' was not nominated for the {note.Award}.")
        ?? (Decision<CampaignEvent>)new CampaignEvent.CouncilNoted(note.Award, note.School, note.Advice);

    /// <summary>To grant what the council has not recommended needs a reason; to decline anything always does.</summary>
    public static Refusal? Agrees(CampaignState.Opened c, CampaignCommand.DecideNomination decide) => Check.When(
        decide is { Granted: true, Reason: null } && IsAdvised(c, decide.Award) && c.NominationOf(decide.Award, decide.School)?.Council is not { Outcome.Recommended: true },
        RefusalCode.ReasonRequired,
        $"The council has not recommended the {decide.Award} for '{decide.School}'; granting it needs a reason.");

    /// <summary>The council hears of the nominations, of their scores when they are corrected, and of what was decided on each.</summary>
    public static IEnumerable<Outgoing> React(CampaignState.Opened c, CampaignEvent e) => e switch
    {
        CampaignEvent.ConferenceHeld or CampaignEvent.ScoresCorrected => Nominations(c),
        CampaignEvent.AwardGranted g => Decided(c, g.Award, g.School, CouncilStanding.Granted, g.Decision),
        CampaignEvent.NominationDeclined d => Decided(c, d.Award, d.School, CouncilStanding.Declined, d.Decision),
        CampaignEvent.AwardRevoked r => Decided(c, r.Award, r.School, CouncilStanding.Revoked, r.Decision),
        _ => [],
    };

    private static IEnumerable<Outgoing> Nominations(CampaignState.Opened c)
    {
        var nominations = c.Nominations
            .Where(n => IsAdvised(c, n.Award))
            .Select(n => new ScoredNomination(n.Award, n.School, c.Ranking.FirstOrDefault(row => row.School == n.School)?.Total))
            .ToEquatableList();
        return nominations.Count == 0 ? [] : [ToCouncil(c, new CouncilCommand.ReceiveNominations(c.Key.Cluster, c.Regulation.Council!, nominations))];
    }

    private static IEnumerable<Outgoing> Decided(CampaignState.Opened c, Award award, string school, CouncilStanding standing, DecisionReference decision) =>
        IsAdvised(c, award) ? [ToCouncil(c, new CouncilCommand.NoteDecision(c.Key.Cluster, award, school, standing, decision))] : [];

    private static bool IsAdvised(CampaignState.Opened c, Award award) => c.Regulation.Council?.Awards.Any(rule => rule.Award == award) == true;

    private static Outgoing ToCouncil(CampaignState.Opened c, CouncilCommand command) => Outgoing.To(new CouncilKey(c.Key.Year), command);
}
