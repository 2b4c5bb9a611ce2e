using ClusterActors.Academy;

namespace ClusterActors.Campaigns;

/// <summary>
/// Bars in a year. A bar stops what is still to be done: to be put to a vote, nominated, granted an award, recognised as an officer. What is
/// done stays, until the Academy undoes it by its own means.
/// </summary>
internal static class BarDecider
{
    public static Decision<CampaignEvent> Apply(CampaignState.Opened c, Bar bar, Actor actor) => ByTheCluster(c, actor) ?? Accept(new CampaignEvent.BarNoted(bar));

    public static Decision<CampaignEvent> Apply(CampaignState.Opened c, Lifting lifting, Actor actor) => ByTheCluster(c, actor) ?? Accept(new CampaignEvent.LiftingNoted(lifting));

    /// <summary>Who is kept from something by the bars in force.</summary>
    public static EquatableList<string> Barred(this CampaignState.Opened c, BarredFrom from) => c.Bars.Barred(c.Key.Year, c.Regulation.Bars, from);

    public static Refusal? InReview(this CampaignState.Opened c, string school) => Check.When(
        c.Barred(BarredFrom.Review).Contains(school), RefusalCode.SchoolBarred, $"School '{school}' is barred in {c.Key.Year}; the bar is lifted first, or the nomination is declined.");

    private static Refusal? ByTheCluster(CampaignState.Opened c, Actor actor) => Rights.System(actor, new ClusterKey(c.Key.Cluster).ToString());

    private static Decision<CampaignEvent> Accept(CampaignEvent e) => e;
}
