using System.Text;
using ClusterActors.Academy;
using ClusterActors.Activities;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Journal;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Campaigns.CampaignStory;

namespace ClusterActors.Tests.Campaigns;

/// <summary>What the activities of a year hear of it.</summary>
public sealed class ActivitiesNewsTests
{
    private static readonly Regulation Regulation = SampleRegulation.Of(2020) with { Activities = SampleRegulation.Activities };

    [Fact]
    public void activities_hear_of_the_opening_of_other_officers_of_mergers_and_of_the_closing()
    {
        var given = At(Phase.Guided, Regulation);
        var (state, officers) = (StateOf(given), StateOf(given).Officers);
        var others = new Officers(2020, "tay-ninh", ["binh-thuan"]);
        var merger = new Merger(["tay-ninh"], "dong-nai", "8", "8", Moment.Day("2020-05-01"), Appraisal, "Hợp nhất");

        Assert.Equal([Told(new ActivitiesCommand.ExpectActivities(SampleRegulation.Activities, officers, Roll))], Messages(given.History[0]));
        Assert.Equal(
            [Told(new ActivitiesCommand.NoteMembers(others, Roll))], given.When(Cluster, new CampaignCommand.ApplyOfficers(others)).Messages().Select(Shown));
        Assert.Contains(
            Told(new ActivitiesCommand.NoteMembers(officers, Roll.Where(s => s != "tay-ninh").ToEquatableList(), new(["tay-ninh"], "dong-nai", merger.On))),
            given.When(Cluster, new CampaignCommand.ApplyMerger(merger, null)).Messages().Select(Shown));
        Assert.Equal([Told(new ActivitiesCommand.CloseActivities())], Messages(new CampaignEvent.YearClosed()));
        Assert.Contains(Told(new ActivitiesCommand.CloseActivities()), Messages(new CampaignEvent.YearEnded(Appraisal, "Giải thể")));

        IEnumerable<(string, string)> Messages(CampaignEvent e) => CampaignDecider.Aggregate.React(state, e).Select(Shown);
    }

    [Fact]
    public void where_the_regulation_has_no_activities_nobody_is_told() =>
        Assert.DoesNotContain(
            CampaignDecider.Aggregate.React(StateOf(At(Phase.Guided)), At(Phase.Guided).History[0]), m => m.Target.StartsWith(ActivitiesKey.Kind, StringComparison.Ordinal));

    private static (string, string) Told(ActivitiesCommand command) => Shown(Outgoing.To(new ActivitiesKey("8", 2020), command));

    private static (string, string) Shown(Outgoing message) => (message.Target, Encoding.UTF8.GetString(message.Payload));
}
