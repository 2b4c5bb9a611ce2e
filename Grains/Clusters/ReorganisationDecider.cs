using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Elections;

namespace ClusterActors.Clusters;

/// <summary>
/// What the Academy has decided of a cluster and its members is applied: names, members, and the posts of those who leave
/// (<see cref="PostSuccession"/>). A dissolution comes into force with the last of the years that are open.
/// </summary>
internal static class ReorganisationDecider
{
    public static Decision<ClusterEvent> Rename(ClusterCommand.ApplyRenaming rename, Actor actor) =>
        ByTheAcademy(actor) ?? Accept(new ClusterEvent.Renamed(rename.Renaming, rename.Number));

    public static Decision<ClusterEvent> Transfer(ClusterState.Formed cluster, Transfer transfer, Actor actor)
    {
        if (ByTheAcademy(actor) is { } refusal)
            return refusal;
        var posts = PostsOf(cluster);
        if (transfer.To == cluster.Code)
            return new ClusterEvent.MemberAdmitted(transfer, posts with { Queue = Joined(cluster, transfer.School) });
        var members = cluster.Members.Where(school => school != transfer.School).ToEquatableList();
        var after = members.Count == 0 ? posts : new PostSuccession(new Dictionary<string, string?> { [transfer.School] = null }, members).Of(cluster);
        return new ClusterEvent.MemberReleased(transfer, after, Replaced(cluster, after));
    }

    public static Decision<ClusterEvent> Merge(ClusterState.Formed cluster, Merger merger, Actor actor)
    {
        if ((ByTheAcademy(actor) ?? (cluster.IsDissolved ? Standing(cluster) : null)) is { } refusal)
            return refusal;
        var joins = merger.Cluster == cluster.Code;
        var leaving = joins ? merger.Schools : merger.Schools.Add(merger.Successor);
        var staying = cluster.Members.Where(school => !leaving.Contains(school)).ToEquatableList();
        var members = joins && !staying.Contains(merger.Successor) ? staying.Add(merger.Successor) : staying;

        // A dissolved cluster whose schools have all gone elsewhere keeps those that it had last.
        if (members.Count == 0)
            return new ClusterEvent.MembersMerged(merger, cluster.Members, PostsOf(cluster), null);
        var heir = cluster.SuccessorsServe && members.Contains(merger.Successor) ? merger.Successor : null;
        var posts = new PostSuccession(leaving.Distinct().ToDictionary(school => school, _ => heir), members).Of(cluster);
        var queue = joins && !cluster.Members.Contains(merger.Successor) ? Joined(cluster.Posted(posts) with { Members = members }, merger.Successor) : posts.Queue;
        return new ClusterEvent.MembersMerged(merger, members, posts with { Queue = queue }, Replaced(cluster, posts));
    }

    public static Decision<ClusterEvent> Dissolve(ClusterState.Formed cluster, Dissolution dissolution, Actor actor)
    {
        if (ByTheAcademy(actor) is { } refusal)
            return refusal;
        var noted = new ClusterEvent.DissolutionNoted(dissolution);
        return cluster.OpenYears.Any() ? noted : new Decision<ClusterEvent>.Accept([noted, new ClusterEvent.Dissolved()]);
    }

    public static Decision<ClusterEvent> Close(ClusterState.Formed cluster, ClusterCommand.NoteClosing note, Actor actor)
    {
        var refusal = Rights.System(actor, new CampaignKey(cluster.Code, note.Year).ToString())
            ?? Check.When(cluster.Closed.Contains(note.Year), RefusalCode.AlreadyExists, $"The year {note.Year} is known to be closed.");
        if (refusal is not null)
            return refusal;
        var noted = new ClusterEvent.ClosingNoted(note.Year);
        return cluster.Dissolution is not null && cluster.OpenYears.All(year => year == note.Year)
            ? new Decision<ClusterEvent>.Accept([noted, new ClusterEvent.Dissolved()])
            : noted;
    }

    /// <summary>Nothing new begins in a cluster that is being dissolved.</summary>
    public static Refusal? Standing(ClusterState.Formed cluster) => Check.When(
        cluster.Dissolution is not null, RefusalCode.ClusterDissolved, $"Cluster '{cluster.Code}' was dissolved by {cluster.Dissolution?.Decision.Number}.");

    public static ClusterState.Formed Evolve(ClusterState.Formed cluster, ClusterEvent e) => e switch
    {
        ClusterEvent.Renamed(var renaming, var number) => cluster with
        {
            Name = renaming.Name,
            Number = number,
            FormerNames = cluster.FormerNames.Add(new(cluster.Name, cluster.Number, renaming.On, renaming.Decision)),
        },
        ClusterEvent.MemberAdmitted(var transfer, var posts) => cluster.Posted(posts) with
        {
            Members = cluster.Members.Put(transfer.School, school => school == transfer.School),
            Rolls = cluster.Rolls.Select(roll => roll.With(transfer.School)).ToEquatableList(),
        },
        ClusterEvent.MemberReleased(var transfer, var posts, _) => cluster.Posted(posts) with { Members = cluster.Members.Where(school => school != transfer.School).ToEquatableList() },
        ClusterEvent.MembersMerged(var merger, var members, var posts, _) => cluster.Posted(posts) with
        {
            Members = members,
            Successors = members.Contains(merger.Successor)
                ? merger.Schools.Where(cluster.Members.Contains).Aggregate(cluster.Successors, (successors, school) => successors.Put(school, merger.Successor))
                : cluster.Successors,
            Rolls = cluster.Rolls.Select(roll => Concerns(roll, merger) ? roll with { Schools = roll.Schools.Add(merger.Successor) } : members.Contains(merger.Successor) ? roll.With(merger.Successor) : roll).ToEquatableList(),
        },
        ClusterEvent.DissolutionNoted(var dissolution) => cluster with { Dissolution = dissolution },
        ClusterEvent.ClosingNoted(var year) => cluster with { Closed = cluster.Closed.Add(year) },
        ClusterEvent.Dissolved => cluster with { IsDissolved = true },
        _ => cluster,
    };

    public static IEnumerable<Outgoing> React(ClusterState.Formed cluster, ClusterEvent e) => e switch
    {
        ClusterEvent.MemberAdmitted => Counted(cluster),
        ClusterEvent.MemberReleased(_, _, var replaced) => [.. Counted(cluster), .. replaced is null ? [] : Led(cluster)],
        ClusterEvent.MembersMerged(var merger, _, _, var replaced) =>
        [
            .. Counted(cluster),
            .. replaced is null ? [] : Led(cluster),
            .. cluster.Election is { } elected ? [Outgoing.To<ElectionCommand>(new ElectionKey(cluster.Code, elected), new ElectionCommand.ApplyMerger(merger))] : Array.Empty<Outgoing>(),
            .. cluster.Rolls.Where(roll => cluster.OpenYears.Contains(roll.Year) && Concerns(roll, merger))
                .Select(roll => Outgoing.To<CampaignCommand>(new CampaignKey(cluster.Code, roll.Year), new CampaignCommand.ApplyMerger(merger, NextOf(cluster, roll.Year), cluster.Recognition))),
        ],
        ClusterEvent.DissolutionNoted(var dissolution) =>
            cluster.OpenYears.Select(year => Outgoing.To<CampaignCommand>(new CampaignKey(cluster.Code, year), new CampaignCommand.ApplyDissolution(dissolution))),
        _ => [],
    };

    private static bool Concerns(ClusterState.YearRoll roll, Merger merger) => merger.Schools.Any(roll.Schools.Contains);

    private static Officers? NextOf(ClusterState.Formed cluster, int year) => (cluster.Recognised ?? cluster.Proposed) is { } next && next.Year == year + 1 ? next : null;

    private static Officers? Replaced(ClusterState.Formed cluster, Posts after) => after.InOffice == cluster.InOffice ? null : cluster.InOffice;

    // The year whose end names the next officers hears who can be one: transfers and successors from elsewhere do not change its roll.
    private static IEnumerable<Outgoing> Counted(ClusterState.Formed cluster) => cluster.InOffice is { Year: var year } && cluster.OpenYears.Contains(year)
        ? [Outgoing.To<CampaignCommand>(new CampaignKey(cluster.Code, year), new CampaignCommand.NoteMembers(cluster.Members))]
        : [];

    // Who leads from now on leads the open year, and conducts an election under way.
    private static IEnumerable<Outgoing> Led(ClusterState.Formed cluster) => cluster.InOffice is not { } officers || !cluster.OpenYears.Contains(officers.Year) ? [] :
    [
        Outgoing.To<CampaignCommand>(new CampaignKey(cluster.Code, officers.Year), new CampaignCommand.ApplyOfficers(officers)),
        .. cluster.Election is { } year ? [Outgoing.To<ElectionCommand>(new ElectionKey(cluster.Code, year), new ElectionCommand.ApplyOfficers(officers))] : Array.Empty<Outgoing>(),
    ];

    // Who comes stands last in line. An empty line is one where everybody else holds a post; where others wait outside, there is none.
    private static EquatableList<string> Joined(ClusterState.Formed cluster, string school)
    {
        string[] inOffice = cluster.InOffice is { } now ? [now.Head, .. now.Deputies] : [];
        var isKept = cluster.Queue.Count > 0 || (inOffice.Length > 0 && cluster.Members.All(member => member == school || inOffice.Contains(member)));
        return isKept && !cluster.Queue.Concat(inOffice).Contains(school) ? cluster.Queue.Add(school) : cluster.Queue;
    }

    private static Posts PostsOf(ClusterState.Formed cluster) => new(cluster.InOffice, cluster.Queue, cluster.Proposed, cluster.Recognised, cluster.Vacancy);

    private static Refusal? ByTheAcademy(Actor actor) => Rights.System(actor, AcademyKey.National.ToString());

    private static Decision<ClusterEvent> Accept(ClusterEvent e) => e;
}
