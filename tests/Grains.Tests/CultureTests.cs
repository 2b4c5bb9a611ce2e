using System.Globalization;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Journal;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Campaigns;
using ClusterActors.Tests.Clusters;

namespace ClusterActors.Tests;

/// <summary>Details of refusals are stored and journalled, so that the machine's culture must not show in them.</summary>
public sealed class CultureTests
{
    [Theory]
    [InlineData("vi-VN")]
    [InlineData("th-TH")]
    [InlineData("sv-SE")]
    public void a_refusal_reads_the_same_whatever_the_culture_of_the_machine(string culture)
    {
        var expected = In(CultureInfo.InvariantCulture);
        Assert.Contains(expected, detail => detail.Contains("30.01", StringComparison.Ordinal));
        Assert.Contains(expected, detail => detail.Contains("2020-11-12", StringComparison.Ordinal));
        Assert.Contains(expected, detail => detail.Contains("-5", StringComparison.Ordinal));
        Assert.Equal(expected, In(CultureInfo.GetCultureInfo(culture)));
    }

    private static List<string> In(CultureInfo culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return
            [
                Detail(CampaignStory.At(Phase.SelfScoring).When(
                    Who.Officer("tay-ninh"), new CampaignCommand.SubmitSelfScores("tay-ninh", SampleRegulation.SheetWith("topics", 30.01m)))),
                Detail(CampaignStory.At(Phase.SelfScoring).When(
                    Who.Officer("tay-ninh"), new CampaignCommand.SubmitSelfScores("tay-ninh", SampleRegulation.SheetWith("topics", -0.5m)))),
                Detail(CampaignStory.At(Phase.Ranked).When(CampaignStory.Head, CampaignStory.Conference, Moment.Noon("2020-11-11"))),
                Detail(CampaignStory.At(Phase.Ranked).When(CampaignStory.Head, new CampaignCommand.CloseOpenVote(-5))),
                Detail(ClusterStory.Guided.When(Who.Official, new ClusterActors.Clusters.ClusterCommand.OpenYear(-5))),
                Detail(Given.Nothing(AcademyDecider.Aggregate, AcademyKey.National)
                    .And(Who.Grain(AcademyKey.National), new AcademyCommand.AppointOfficial("an"))
                    .When(Who.Official, new AcademyCommand.IssueRegulation(SampleRegulation.Of(-5)))),
            ];
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string Detail<TState, TCommand, TEvent>(Then<TState, TCommand, TEvent> then)
        where TEvent : class => Assert.IsType<Decision<TEvent>.Refuse>(then.Decision).Refusal.Detail;
}
