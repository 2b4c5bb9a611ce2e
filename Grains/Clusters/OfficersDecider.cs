using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Clusters;

/// <summary>
/// Head (cụm trưởng) and deputies (cụm phó): appointed at first, proposed by the cluster after rotation or election, recognised
/// by the Academy, and put into office by a handover (<see cref="HandoverDecider"/>). There is always one head, or a logged vacancy in
/// which somebody acts.
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
            ?? BarDecider.Unbarred(officers, cluster.BarredFromPosts(officers.Year))
            ?? ReorganisationDecider.Standing(cluster)
            ?? Check.When(cluster.InOffice is { } now && cluster.OpenYears.Contains(now.Year), RefusalCode.WrongPhase, $"The year {cluster.InOffice?.Year} is open; its officers hand over at its end, or are overridden.")
            ?? Check.When(cluster.Opened.Any(year => year >= officers.Year), RefusalCode.AlreadyExists, $"The year {officers.Year} has been opened, or a later one.")
            ?? Accept(new ClusterEvent.OfficersAppointed(officers, appoint.Queue, appoint.Reason));
    }

    /// <summary>The officers of the running year are replaced by a decision of the Academy.</summary>
    public static Decision<ClusterEvent> Override(ClusterState.Formed cluster, ClusterCommand.OverrideOfficers replace, Context context) =>
        Rights.Official(context.Actor)
        ?? Check.When(cluster.InOffice is null, RefusalCode.ClusterWithoutHead, $"Cluster '{cluster.Code}' has no officers yet; they are appointed.")
        ?? Check.When(cluster.InOffice?.Year != replace.Officers.Year, RefusalCode.OfficersInvalid, $"The officers in office are those of {cluster.InOffice?.Year}.")
        ?? Sound(replace.Officers, cluster.Members, replace.Queue)
        ?? BarDecider.Unbarred(replace.Officers, cluster.BarredFromPosts(replace.Officers.Year))
        ?? CampaignChecks.Decision(replace.Decision, context)
        ?? Check.Text(replace.Reason, "reason", 1000)
        ?? Accept(new ClusterEvent.OfficersOverridden(replace.Officers, replace.Queue, replace.Decision, replace.Reason, cluster.InOffice!));

    /// <summary>Whether these can be officers: members, each in one post or in the queue.</summary>
    public static Refusal? Sound(Officers officers, EquatableList<string> members, EquatableList<string>? queue = null)
    {
        string[] named = [officers.Head, .. officers.Deputies, .. queue ?? []];
        return Check.Year(officers.Year)
            ?? Check.When(named.Any(s => !members.Contains(s)), RefusalCode.NotAMember, "An officer or a school in the queue is no member.")
            ?? Check.When(officers.Acting, RefusalCode.OfficersInvalid, "Nobody is named as acting: that follows from a vacancy.")
            ?? Check.When(named.Distinct().Count() != named.Length, RefusalCode.OfficersInvalid, "A school is named twice.")
            ?? Check.When(officers.Deputies.Count > MostDeputies, RefusalCode.OfficersInvalid, $"A cluster has at most {MostDeputies} deputies.");
    }

    /// <summary>
    /// Rotation: the deputies move up, the first becomes head, and the queue fills the free places. Inferred from four
    /// successions of heads and two deputies who stayed on (2019 to 2023). Where nobody could follow, and where the regulation
    /// says so, the members elect; a regulation without elections leaves the post of head vacant. Who is barred is passed over, and keeps
    /// its place in the queue.
    /// </summary>
    public static Decision<ClusterEvent> Propose(ClusterState.Formed cluster, ClusterCommand.ProposeOfficers propose, Actor actor)
    {
        var refusal = Rights.System(actor, new CampaignKey(cluster.Code, propose.Year - 1).ToString())
            ?? Past(cluster, propose.Year)
            ?? Check.When(cluster.Election == propose.Year, RefusalCode.AlreadyExists, $"The officers of {propose.Year} are being elected.");
        if (refusal is not null)
            return refusal;
        if (cluster.InOffice is not { } inOffice)
            return new Refusal(RefusalCode.ClusterWithoutHead, "No officers are in office.");

        var rules = propose.Rules;
        var barred = cluster.BarredFromPosts(propose.Year);
        string[] line = [.. inOffice.Deputies, .. cluster.Queue];
        var next = line.Except(barred).Take(1 + rules.Deputies.Value).ToArray();
        if (rules.Method.Value == OfficerMethod.RotationQueue && next is [var head, .. var deputies])
            return new ClusterEvent.OfficersProposed(new(propose.Year, head, deputies.ToEquatableList()), OfficerMethod.RotationQueue, Skipped(line, next, rules, barred));
        var candidates = cluster.Members.Except(barred).ToEquatableList();
        return rules.Election is { } election && candidates.Count > 0
            ? new ClusterEvent.ElectionCalled(propose.Year, new(cluster.Members, candidates, rules.Deputies.Value, election, propose.Ranking ?? [], inOffice, cluster.Ruling?.Membership,
                election.Voters is { Value: VoterRule.NotBarred } ? candidates : null))
            : Vacant(cluster, inOffice, propose.Year, VacancyReason.NobodyToFollow, rules.Method.Value);
    }

    /// <summary>The outcome of an election that was called here is a fact: it is proposed, as it is.</summary>
    public static Decision<ClusterEvent> ApplyElection(ClusterState.Formed cluster, ClusterCommand.ApplyElection apply, Actor actor)
    {
        var refusal = Rights.System(actor, new ElectionKey(cluster.Code, apply.Year).ToString())
            ?? Past(cluster, apply.Year)
            ?? Check.When(cluster.Election != apply.Year, RefusalCode.ElectionNotCalled, $"No election of the officers of {apply.Year} is under way.");
        return refusal is not null ? refusal
            : apply.Officers is { } elected ? Elected(cluster, elected)
            : Vacant(cluster, cluster.InOffice!, apply.Year, VacancyReason.NobodyElected, OfficerMethod.Election);
    }

    /// <summary>A recognition by the Academy is a fact: it is applied, unless the cluster has gone past that year.</summary>
    public static Decision<ClusterEvent> Recognise(ClusterState.Formed cluster, ClusterCommand.ApplyRecognition apply, Actor actor) =>
        Rights.System(actor, new CampaignKey(cluster.Code, apply.Officers.Year - 1).ToString())
        ?? Past(cluster, apply.Officers.Year)
        ?? Settled(cluster, apply.Officers, officers => new ClusterEvent.OfficersRecognised(officers, apply.Decision));

    // Who was barred after the election had been called is not proposed, and those elected behind move up.
    private static Decision<ClusterEvent> Elected(ClusterState.Formed cluster, Officers elected)
    {
        var barred = elected.Deputies.Prepend(elected.Head).Intersect(cluster.BarredFromPosts(elected.Year)).ToEquatableList();
        return elected.Deputies.Prepend(elected.Head).Except(barred).ToList() is [var head, .. var deputies]
            ? Settled(cluster, new(elected.Year, head, deputies.ToEquatableList()), officers => new ClusterEvent.OfficersProposed(officers, OfficerMethod.Election, barred.Count == 0 ? null : barred))
            : Vacant(cluster, cluster.InOffice!, elected.Year, VacancyReason.HeadBarred, OfficerMethod.Election);
    }

    // A school that has left meanwhile, of which those who decided had not heard, holds no post; its successor does where successors serve.
    private static Decision<ClusterEvent> Settled(ClusterState.Formed cluster, Officers officers, Func<Officers, ClusterEvent> decided)
    {
        string[] left = [.. officers.Deputies.Append(officers.Head).Distinct().Where(school => !cluster.Members.Contains(school))];
        var settled = left.Length == 0 ? officers : new PostSuccession(left.ToDictionary(school => school, cluster.HeirOf), cluster.Members).Settled(officers, cluster);
        return settled.Acting && !officers.Acting
            ? new Decision<ClusterEvent>.Accept([new ClusterEvent.HeadVacant(officers.Year, VacancyReason.HeadLeft), decided(settled)])
            : decided(settled);
    }

    // Until a head is found the first deputy in office acts and the others stay; where there is no deputy the head stays on. Where bars
    // leave neither, whoever stands first in line acts.
    private static Decision<ClusterEvent>.Accept Vacant(ClusterState.Formed cluster, Officers inOffice, int year, VacancyReason reason, OfficerMethod method)
    {
        var barred = cluster.BarredFromPosts(year);
        var acting = inOffice.Deputies.Except(barred).ToList() is [var first, .. var others]
            ? new Officers(year, first, others.ToEquatableList(), Acting: true)
            : new Officers(year, cluster.Queue.Concat(cluster.Members).Prepend(inOffice.Head).Except(barred).FirstOrDefault() ?? inOffice.Head, [], Acting: true);
        return new([new ClusterEvent.HeadVacant(year, reason), new ClusterEvent.OfficersProposed(acting, method)]);
    }

    // The barred ones who stand before the last that is taken, or all where not enough are left.
    private static EquatableList<string>? Skipped(string[] line, string[] next, OfficerRules rules, EquatableList<string> barred)
    {
        var passed = next.Length <= rules.Deputies.Value ? line : line.TakeWhile(school => school != next[^1]);
        return passed.Intersect(barred).ToEquatableList() is { Count: > 0 } skipped ? skipped : null;
    }

    private static Refusal? Past(ClusterState.Formed cluster, int year) =>
        Check.When(cluster.InOffice?.Year >= year, RefusalCode.OfficersInvalid, $"Officers for {cluster.InOffice?.Year} are in office; {year} is past.");

    private static Decision<ClusterEvent> Accept(ClusterEvent e) => e;
}
