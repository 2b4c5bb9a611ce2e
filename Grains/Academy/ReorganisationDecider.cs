using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Schools;

namespace ClusterActors.Academy;

/// <summary>
/// Renaming, dissolving, transferring, merging. What cannot be is refused here; what is decided is a fact for all that it concerns. That a
/// year is still open does not stand against it: the cluster and its year see to that.
/// </summary>
internal static class ReorganisationDecider
{
    // As many as have ever become one, and a few more.
    private const int MostMerged = 10;

    public static Decision<AcademyEvent> Rename(AcademyState state, AcademyCommand.RenameSchool rename, Context context) =>
        Existing(state, rename.School)
        ?? Check.Text(rename.Name, "name", 200)
        ?? Check.Text(rename.Province, "province", 200)
        ?? Documented(rename.On, rename.Decision, rename.Reason, context)
        ?? Accept(new AcademyEvent.SchoolRenamed(rename.School, rename.Province, new(rename.Name, rename.On, rename.Decision, rename.Reason)));

    public static Decision<AcademyEvent> Rename(AcademyState state, AcademyCommand.RenameCluster rename, Context context) =>
        Standing(state, rename.Cluster)
        ?? Check.Text(rename.Name, "name", 200)
        ?? Numbered(rename.Number)
        ?? Documented(rename.On, rename.Decision, rename.Reason, context)
        ?? Accept(new AcademyEvent.ClusterRenamed(rename.Cluster, rename.Number, new(rename.Name, rename.On, rename.Decision, rename.Reason)));

    public static Decision<AcademyEvent> Dissolve(AcademyState state, AcademyCommand.DissolveCluster dissolve, Context context) =>
        Standing(state, dissolve.Cluster)
        ?? Documented(dissolve.On, dissolve.Decision, dissolve.Reason, context)
        ?? Accept(new AcademyEvent.ClusterDissolved(dissolve.Cluster, new(dissolve.On, dissolve.Decision, dissolve.Reason)));

    public static Decision<AcademyEvent> Transfer(AcademyState state, AcademyCommand.TransferSchool transfer, Context context)
    {
        var from = state.Schools.Find(transfer.School);
        return Existing(state, transfer.School)
            ?? Standing(state, transfer.Cluster)
            ?? Check.When(from == transfer.Cluster, RefusalCode.AlreadyExists, $"School '{transfer.School}' is in cluster '{from}' already.")
            ?? Documented(transfer.On, transfer.Decision, transfer.Reason, context)
            ?? Emptied(state, from is null ? [] : [from], [transfer.School])
            ?? Accept(new AcademyEvent.SchoolTransferred(new(transfer.School, from, transfer.Cluster, transfer.On, transfer.Decision, transfer.Reason)));
    }

    public static Decision<AcademyEvent> Merge(AcademyState state, AcademyCommand.MergeSchools merge, Context context)
    {
        var before = state.Schools.Find(merge.Successor);
        var after = merge.Cluster ?? before;
        string[] leaving = after == before ? [.. merge.Schools] : [.. merge.Schools, merge.Successor];
        return Check.When(
                merge.Schools.Count is 0 or > MostMerged || merge.Schools.Append(merge.Successor).Distinct().Count() != merge.Schools.Count + 1,
                RefusalCode.MembersInvalid,
                $"One to {MostMerged} schools end with a merger, each named once and not as its successor.")
            ?? merge.Schools.Append(merge.Successor).Select(school => Existing(state, school)).FirstOrDefault(refusal => refusal is not null)
            ?? (merge.Cluster is null ? null : Standing(state, merge.Cluster))
            ?? Documented(merge.On, merge.Decision, merge.Reason, context)
            ?? Emptied(state, leaving.Select(state.Schools.Find).OfType<string>().Distinct().Where(cluster => cluster != after), leaving)
            ?? Accept(new AcademyEvent.SchoolsMerged(new(merge.Schools, merge.Successor, after, before, merge.On, merge.Decision, merge.Reason,
                before is null && state.Former.Find(merge.Successor) is null)));
    }

    public static AcademyState Evolve(AcademyState state, AcademyEvent e) => e switch
    {
        AcademyEvent.ClusterDissolved(var cluster, var dissolution) =>
            (state.Clusters.Find(cluster) ?? []).Aggregate(state, (next, school) => next.Moved(school, null)) with
            {
                Clusters = state.Clusters,
                Dissolved = state.Dissolved.Put(cluster, dissolution.On),
            },
        AcademyEvent.SchoolTransferred(var transfer) => state.Moved(transfer.School, transfer.To),
        AcademyEvent.SchoolsMerged(var merger) => merger.Schools.Aggregate(
            state.Moved(merger.Successor, merger.Cluster),
            (next, school) => next.Moved(school, null) with { Absorbed = next.Absorbed.Put(school, merger.Successor) }),
        _ => state,
    };

    public static IEnumerable<Outgoing> React(AcademyState state, AcademyEvent e) => e switch
    {
        AcademyEvent.SchoolRenamed(var school, var province, var renaming) => [ToSchool(school, new SchoolCommand.ApplyRenaming(renaming, province))],
        AcademyEvent.ClusterRenamed(var cluster, var number, var renaming) => [ToCluster(cluster, new ClusterCommand.ApplyRenaming(renaming, number))],
        AcademyEvent.ClusterDissolved(var cluster, var dissolution) =>
        [
            ToCluster(cluster, new ClusterCommand.ApplyDissolution(dissolution)),
            .. (state.Clusters.Find(cluster) ?? []).Select(school => ToSchool(school, new SchoolCommand.LeaveCluster(cluster))),
        ],
        AcademyEvent.SchoolTransferred(var transfer) =>
        [
            .. new[] { transfer.From, transfer.To }.OfType<string>().Select(cluster => ToCluster(cluster, new ClusterCommand.ApplyTransfer(transfer))),
            ToSchool(transfer.School, new SchoolCommand.JoinCluster(transfer.To)),
        ],
        AcademyEvent.SchoolsMerged(var merger) =>
        [
            .. Concerned(state, merger).Select(cluster => ToCluster(cluster, new ClusterCommand.ApplyMerger(merger))),
            .. merger.Schools.Append(merger.Successor).Select(school => ToSchool(school, new SchoolCommand.ApplyMerger(merger))),
            .. merger.Cluster is { } joined && joined != merger.Before ? [ToSchool(merger.Successor, new SchoolCommand.JoinCluster(joined))] : Array.Empty<Outgoing>(),
        ],
        _ => [],
    };

    /// <summary>A school that there is: registered, and not merged into another.</summary>
    public static Refusal? Existing(AcademyState state, string school) =>
        Check.When(!state.Schools.Contains(school), RefusalCode.SchoolUnknown, $"School '{school}' is not registered.")
        ?? Check.When(state.Absorbed.Contains(school), RefusalCode.SchoolMerged, $"School '{school}' was merged into '{state.Absorbed.Find(school)}'.");

    public static Refusal? Numbered(int? number) => Check.When(number is < 1 or > 999, RefusalCode.MembersInvalid, "A cluster's number is 1 to 999.");

    // Every cluster that they are or were in: one may have a year open that began with them.
    private static IEnumerable<string> Concerned(AcademyState state, Merger merger) =>
        merger.Schools.Append(merger.Successor).SelectMany(school => state.Former.Find(school) ?? []).Append(merger.Cluster).OfType<string>().Distinct();

    private static Refusal? Standing(AcademyState state, string cluster) =>
        Check.When(!state.Clusters.Contains(cluster), RefusalCode.ClusterUnknown, $"No cluster was formed as '{cluster}'.")
        ?? Check.When(state.Dissolved.Contains(cluster), RefusalCode.ClusterDissolved, $"Cluster '{cluster}' was dissolved.");

    /// <summary>A decision with its day and its reason.</summary>
    public static Refusal? Documented(DateOnly on, DecisionReference decision, string reason, Context context) =>
        Check.Past(on, "effective", context) ?? CampaignChecks.Decision(decision, context) ?? Check.Text(reason, "reason", 1000);

    private static Refusal? Emptied(AcademyState state, IEnumerable<string> clusters, string[] leaving) =>
        clusters.FirstOrDefault(cluster => !(state.Clusters.Find(cluster) ?? []).Except(leaving).Any()) is { } empty
            ? new(RefusalCode.MembersInvalid, $"Cluster '{empty}' would be left without a member; it is dissolved, not emptied.")
            : null;

    private static Outgoing ToSchool(string school, SchoolCommand command) => Outgoing.To(new SchoolKey(school), command);

    private static Outgoing ToCluster(string cluster, ClusterCommand command) => Outgoing.To(new ClusterKey(cluster), command);

    private static Decision<AcademyEvent> Accept(AcademyEvent e) => e;
}
