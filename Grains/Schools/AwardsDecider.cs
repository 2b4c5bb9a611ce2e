using ClusterActors.Campaigns;

namespace ClusterActors.Schools;

/// <summary>
/// The awards of one school. Here, and nowhere else, it is held that no achievement has two: whoever wants to grant one first
/// asks for a place.
/// </summary>
internal static class AwardsDecider
{
    public static Decision<SchoolEvent> Reserve(SchoolState.Registered school, SchoolCommand.ReserveAward reserve, Actor actor)
    {
        if (Campaign(actor, reserve.Year) is not { } campaign)
            return new Refusal(RefusalCode.Forbidden, $"Only a campaign of {reserve.Year} may ask for this.");
        return school.Awards.Any(a => a.Year == reserve.Year && a.State != AwardState.Revoked)
            ? new SchoolEvent.AwardBarred(campaign.Cluster, reserve.Year, reserve.Award)
            : new SchoolEvent.AwardReserved(campaign.Cluster, reserve.Year, reserve.Award);
    }

    /// <summary>A decision of the Academy is a fact; the place was kept for it.</summary>
    public static Decision<SchoolEvent> Receive(SchoolState.Registered school, SchoolCommand.ReceiveAward receive, Actor actor) =>
        Held(school, actor, receive.Award, receive.Year, AwardState.Reserved)
        ?? (Decision<SchoolEvent>)new SchoolEvent.AwardGranted(receive.Award, receive.Year, receive.Decision);

    public static Decision<SchoolEvent> Lose(SchoolState.Registered school, SchoolCommand.LoseAward lose, Actor actor) =>
        Held(school, actor, lose.Award, lose.Year, AwardState.Granted)
        ?? (Decision<SchoolEvent>)new SchoolEvent.AwardRevoked(lose.Award, lose.Year, lose.Decision, lose.Reason);

    /// <summary>The campaign year that asks is told what became of it.</summary>
    public static IEnumerable<Outgoing> React(SchoolState.Registered school, SchoolEvent e) => e switch
    {
        SchoolEvent.AwardReserved(var cluster, var year, var award) => [Answer(school, cluster, year, award, kept: true)],
        SchoolEvent.AwardBarred(var cluster, var year, var award) => [Answer(school, cluster, year, award, kept: false)],
        _ => [],
    };

    private static Outgoing Answer(SchoolState.Registered school, string cluster, int year, Academy.Award award, bool kept) =>
        Outgoing.To<CampaignCommand>(new CampaignKey(cluster, year), new CampaignCommand.NoteReservation(award, school.Code, kept));

    private static Refusal? Held(SchoolState.Registered school, Actor actor, Academy.Award award, int year, AwardState state)
    {
        var held = school.Awards.LastOrDefault(a => a.Award == award && a.Year == year);
        return held is null || held.State != state
            ? new(RefusalCode.AwardNotHeld, $"School '{school.Code}' has no {award} of {year} in the state {state}.")
            : Rights.System(actor, new CampaignKey(held.Cluster, year).ToString());
    }

    private static CampaignKey? Campaign(Actor actor, int year) =>
        actor.IsSystem && actor.Unit.StartsWith(CampaignKey.Kind + ":", StringComparison.Ordinal) && CampaignKey.Parse(actor.Unit) is var key && key.Year == year
            ? key
            : null;
}
