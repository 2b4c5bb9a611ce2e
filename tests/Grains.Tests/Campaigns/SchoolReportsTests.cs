using ClusterActors.Campaigns;
using ClusterActors.Journal;
using ClusterActors.Statistics;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using ClusterActors.Tests.Statistics;
using ClusterActors.Tests.WholeYear;
using static ClusterActors.Tests.Campaigns.CampaignStory;

namespace ClusterActors.Tests.Campaigns;

/// <summary>Who is told when figures are expected, and when they are frozen.</summary>
public sealed class SchoolReportsTests
{
    private static readonly CampaignEvent Opened = new CampaignEvent.Opened(
        "8", SampleRegulation.Of(2020) with { Statistics = SampleStatistics.Rules }, ClusterStory.Guidance2020, Roll, ClusterStory.Officers2020, []);

    [Fact]
    public void every_school_on_the_roll_gets_its_copy_of_the_catalogue_when_the_year_is_opened() =>
        Assert.Equal(Roll.Select(school => Told(school, new StatisticsCommand.ExpectReports(SampleStatistics.Rules))), Reaction(Unopened.With(Opened), Opened));

    [Fact]
    public void every_school_on_the_roll_is_frozen_when_the_year_is_closed()
    {
        var closed = new CampaignEvent.YearClosed();

        Assert.Equal(Roll.Select(school => Told(school, new StatisticsCommand.FreezeReports())), Reaction(Unopened.With(Opened, closed), closed));
    }

    [Fact]
    public void a_regulation_without_statistics_asks_nobody_for_figures()
    {
        var opened = new CampaignEvent.Opened("8", SampleRegulation.Of(2020), ClusterStory.Guidance2020, Roll, ClusterStory.Officers2020, []);

        Assert.Empty(Reaction(Unopened.With(opened), opened));
        Assert.Empty(Reaction(Unopened.With(opened, new CampaignEvent.YearClosed()), new CampaignEvent.YearClosed()));
    }

    [Fact]
    public async Task in_a_whole_year_reports_come_are_frozen_with_it_and_stay()
    {
        var world = new MailLoop();
        var reporting = new StatisticsKey("tay-ninh", 2020);
        var year = new Year2020(world, SampleRegulation.Of(2020) with { Statistics = SampleStatistics.Rules });
        await year.RunAsync();

        Assert.All(Roll, school => Assert.True(world.State<StatisticsState.Expected>(new StatisticsKey(school, 2020)).Frozen));
        Assert.Equal(["reports-expected", "reports-frozen"], world.Events(reporting).Select(e => e.Type));
        await world.TellAsync<StatisticsCommand>(reporting, Who.Official, new StatisticsCommand.CorrectFrozenReport(
            ClusterActors.Academy.ReportPeriod.FullYear, 0, [SampleStatistics.Exactly("classes", 30)], Appraisal, "Nộp chậm"));
        Assert.Equal(1, world.State<StatisticsState.Expected>(reporting).VersionOf(ClusterActors.Academy.ReportPeriod.FullYear));
    }

    private static IEnumerable<(string, string)> Reaction(Given<CampaignState, CampaignCommand, CampaignEvent> after, CampaignEvent e) =>
        CampaignDecider.Aggregate.React(after.State, e).Select(Shown);

    private static (string, string) Told(string school, StatisticsCommand command) => Shown(Outgoing.To(new StatisticsKey(school, 2020), command));

    private static (string, string) Shown(Outgoing message) => (message.Target, System.Text.Encoding.UTF8.GetString(message.Payload));
}
