using ClusterActors.Academy;
using ClusterActors.Campaigns;

namespace ClusterActors.Clusters;

/// <summary>Bars of members: the cluster looks at them when posts are given, and hands them on to the year that they are of.</summary>
internal static class BarDecider
{
    public static Decision<ClusterEvent> Apply(Bar bar, Actor actor) => ByTheAcademy(actor) ?? Accept(new ClusterEvent.BarNoted(bar));

    public static Decision<ClusterEvent> Apply(Lifting lifting, Actor actor) => ByTheAcademy(actor) ?? Accept(new ClusterEvent.LiftingNoted(lifting));

    public static IEnumerable<Outgoing> React(ClusterState.Formed cluster, ClusterEvent e) => e switch
    {
        ClusterEvent.BarNoted(var bar) => ToYear(cluster, bar.Year, bar.School, new CampaignCommand.ApplyBar(bar)),
        ClusterEvent.LiftingNoted(var lifting) => ToYear(cluster, lifting.Year, lifting.School, new CampaignCommand.ApplyLifting(lifting)),
        _ => [],
    };

    /// <summary>The members that can hold no post of a year, because they were barred in the year before.</summary>
    public static EquatableList<string> BarredFromPosts(this ClusterState.Formed cluster, int year) =>
        cluster.Bars.Barred(year - 1, cluster.Guided.LastOrDefault(g => g.Guidance.Year == year - 1)?.Regulation.Bars, BarredFrom.Posts);

    /// <summary>Whether none of these officers is barred from the posts of their year.</summary>
    public static Refusal? Unbarred(Officers officers, IReadOnlyCollection<string> barred) =>
        officers.Deputies.Prepend(officers.Head).FirstOrDefault(barred.Contains) is { } school
            ? new(RefusalCode.SchoolBarred, $"School '{school}' is barred from the posts of {officers.Year}.")
            : null;

    // A year that is not open yet gets them when it opens. Who has come since is on no roll, and can be named as an officer; who is gone
    // again may come back, and the year must not know it by a bar that was lifted meanwhile.
    private static IEnumerable<Outgoing> ToYear(ClusterState.Formed cluster, int year, string school, CampaignCommand command) =>
        cluster.Rolls.FirstOrDefault(roll => roll.Year == year) is { } opened && (opened.Schools.Contains(school) || opened.Others.Contains(school)) ? [Outgoing.To(new CampaignKey(cluster.Code, year), command)] : [];

    private static Refusal? ByTheAcademy(Actor actor) => Rights.System(actor, AcademyKey.National.ToString());

    private static Decision<ClusterEvent> Accept(ClusterEvent e) => e;
}
