using ClusterActors.Statistics;

namespace ClusterActors.Campaigns;

/// <summary>A campaign year tells the schools on its roll when their figures are expected, and when they are frozen.</summary>
internal static class SchoolReports
{
    public static IEnumerable<Outgoing> React(CampaignState.Opened c, CampaignEvent e) => (e, c.Regulation.Statistics) switch
    {
        (CampaignEvent.Opened, { } rules) => ToEach(c, new StatisticsCommand.ExpectReports(rules)),
        (CampaignEvent.MembersMerged { Heir: { } heir }, { } rules) => [Outgoing.To<StatisticsCommand>(new StatisticsKey(heir, c.Key.Year), new StatisticsCommand.ExpectReports(rules))],
        (CampaignEvent.YearClosed or CampaignEvent.YearEnded, not null) => ToEach(c, new StatisticsCommand.FreezeReports()),
        _ => [],
    };

    private static IEnumerable<Outgoing> ToEach(CampaignState.Opened c, StatisticsCommand command) =>
        c.Roll.Concat(c.Departed.Select(d => d.School)).Select(school => Outgoing.To(new StatisticsKey(school, c.Key.Year), command));
}
