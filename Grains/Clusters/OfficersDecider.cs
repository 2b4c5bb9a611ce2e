using ClusterActors.Campaigns;

namespace ClusterActors.Clusters;

/// <summary>
/// Head (cụm trưởng) and deputies (cụm phó): appointed at first, proposed by the cluster, recognised by the Academy, and put
/// into office by a handover that both heads sign.
/// </summary>
internal static class OfficersDecider
{
    private const int MostDeputies = 5;

    public static Decision<ClusterEvent> Appoint(ClusterState.Formed cluster, ClusterCommand.AppointOfficers appoint, Actor actor)
    {
        var officers = appoint.Officers;
        return Rights.Official(actor)
            ?? Check.Text(appoint.Reason, "reason", 500)
            ?? Sound(officers, cluster.Members, appoint.Queue)
            ?? Check.When(officers.Deputies.Count + appoint.Queue.Count == 0, RefusalCode.OfficersInvalid, "Without a deputy or a queue nobody could follow.")
            ?? Check.When(cluster.InOffice is { } now && cluster.Opened.Contains(now.Year), RefusalCode.WrongPhase, $"The year {cluster.InOffice?.Year} is open; its officers hand over at its end, or are overridden.")
            ?? Check.When(cluster.InOffice?.Year >= officers.Year, RefusalCode.AlreadyExists, $"Officers for {cluster.InOffice?.Year} are in office.")
            ?? Accept(new ClusterEvent.OfficersAppointed(officers, appoint.Queue, appoint.Reason));
    }

    /// <summary>The officers of the running year are replaced by a decision of the Academy.</summary>
    public static Decision<ClusterEvent> Override(ClusterState.Formed cluster, ClusterCommand.OverrideOfficers replace, Context context) =>
        Rights.Official(context.Actor)
        ?? Check.When(cluster.InOffice is null, RefusalCode.ClusterWithoutHead, $"Cluster '{cluster.Code}' has no officers yet; they are appointed.")
        ?? Check.When(cluster.InOffice?.Year != replace.Officers.Year, RefusalCode.OfficersInvalid, $"The officers in office are those of {cluster.InOffice?.Year}.")
        ?? Sound(replace.Officers, cluster.Members, replace.Queue)
        ?? CampaignChecks.Decision(replace.Decision, context)
        ?? Check.Text(replace.Reason, "reason", 1000)
        ?? Accept(new ClusterEvent.OfficersOverridden(replace.Officers, replace.Queue, replace.Decision, replace.Reason));

    /// <summary>Whether these can be officers: members, each in one post or in the queue.</summary>
    public static Refusal? Sound(Officers officers, EquatableList<string> members, EquatableList<string>? queue = null)
    {
        string[] named = [officers.Head, .. officers.Deputies, .. queue ?? []];
        return Check.Year(officers.Year)
            ?? Check.When(named.Any(s => !members.Contains(s)), RefusalCode.NotAMember, "An officer or a school in the queue is no member.")
            ?? Check.When(named.Distinct().Count() != named.Length, RefusalCode.OfficersInvalid, "A school is named twice.")
            ?? Check.When(officers.Deputies.Count > MostDeputies, RefusalCode.OfficersInvalid, $"A cluster has at most {MostDeputies} deputies.");
    }

    /// <summary>
    /// Rotation: the deputies move up, the first becomes head, and the queue fills the free places. Inferred from four
    /// successions of heads and two deputies who stayed on (2019 to 2023).
    /// </summary>
    public static Decision<ClusterEvent> Propose(ClusterState.Formed cluster, ClusterCommand.ProposeOfficers propose, Actor actor)
    {
        var next = (cluster.InOffice?.Deputies ?? []).Concat(cluster.Queue).Take(1 + propose.Rules.Deputies.Value).ToArray();
        if (next is not [var head, .. var deputies])
            return new Refusal(RefusalCode.OfficersInvalid, "There is neither a deputy nor anyone in the queue.");
        return Rights.System(actor, new CampaignKey(cluster.Code, propose.Year - 1).ToString())
            ?? Past(cluster, propose.Year)
            ?? Accept(new ClusterEvent.OfficersProposed(new(propose.Year, head, deputies.ToEquatableList()), propose.Rules.Method.Value));
    }

    /// <summary>A recognition by the Academy is a fact: it is applied, unless the cluster has gone past that year.</summary>
    public static Decision<ClusterEvent> Recognise(ClusterState.Formed cluster, ClusterCommand.ApplyRecognition apply, Actor actor) =>
        Rights.System(actor, new CampaignKey(cluster.Code, apply.Officers.Year - 1).ToString())
        ?? Past(cluster, apply.Officers.Year)
        ?? Accept(new ClusterEvent.OfficersRecognised(apply.Officers, apply.Decision));

    public static Decision<ClusterEvent> SignHandover(ClusterState.Formed cluster, ClusterCommand.SignHandover sign, Context context)
    {
        if (cluster.Recognised is not { } recognised || recognised.Year != sign.Year)
            return new Refusal(RefusalCode.NoHandoverDue, $"No officers for {sign.Year} have been recognised and wait for a handover.");
        return Check.When(!cluster.HandoverSigners.Contains(sign.School), RefusalCode.Forbidden, "A handover is signed by the head who leaves and the head who comes.")
            ?? Rights.Principal(context.Actor, sign.School)
            ?? Check.When(cluster.Handover.Contains(sign.School), RefusalCode.AlreadySigned, $"School '{sign.School}' has signed already.")
            ?? Check.Past(sign.SignedOn, "signature", context)
            ?? Accept(cluster.HandoverSigners.Count() == cluster.Handover.Count + 1
                ? new ClusterEvent.HandedOver(sign.School, sign.SignedOn, recognised, QueueAfter(cluster, recognised))
                : new ClusterEvent.HandoverSigned(sign.School, sign.SignedOn));
    }

    private static Refusal? Past(ClusterState.Formed cluster, int year) =>
        Check.When(cluster.InOffice?.Year >= year, RefusalCode.OfficersInvalid, $"Officers for {cluster.InOffice?.Year} are in office; {year} is past.");

    // Who comes into office leaves the queue; who goes out of office joins its end, the head first.
    private static EquatableList<string> QueueAfter(ClusterState.Formed cluster, Officers next)
    {
        string[] before = cluster.InOffice is { } o ? [o.Head, .. o.Deputies] : [];
        return cluster.Queue.Concat(before).Where(s => s != next.Head && !next.Deputies.Contains(s)).ToEquatableList();
    }

    private static Decision<ClusterEvent> Accept(ClusterEvent e) => e;
}
