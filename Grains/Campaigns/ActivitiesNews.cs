using ClusterActors.Activities;

namespace ClusterActors.Campaigns;

/// <summary>What the year's activities hear of it. The year needs nothing back from them.</summary>
internal static class ActivitiesNews
{
    public static IEnumerable<Outgoing> React(CampaignState.Opened c, CampaignEvent e) => c.Regulation.Activities is not { } rules ? [] : e switch
    {
        CampaignEvent.Opened => [To(c, new ActivitiesCommand.ExpectActivities(rules, c.Officers, c.Roll))],
        CampaignEvent.MembersMerged { Merger: var merger, Left: var left } =>
            [To(c, new ActivitiesCommand.NoteMembers(c.Officers, c.Roll, new(left, merger.Successor, merger.On)))],
        CampaignEvent.OfficersChanged => [To(c, new ActivitiesCommand.NoteMembers(c.Officers, c.Roll))],
        CampaignEvent.YearClosed or CampaignEvent.YearEnded => [To(c, new ActivitiesCommand.CloseActivities())],
        _ => [],
    };

    private static Outgoing To(CampaignState.Opened c, ActivitiesCommand command) => Outgoing.To(new ActivitiesKey(c.Key.Cluster, c.Key.Year), command);
}
