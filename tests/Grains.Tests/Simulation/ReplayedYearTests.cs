using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Simulation.Invariants;
using ClusterActors.Tests.Campaigns;

namespace ClusterActors.Tests.Simulation;

public sealed class ReplayedYearTests
{
    [Fact]
    public void a_lifting_whose_bar_had_not_come_is_told_in_words()
    {
        var on = Moment.Day("2020-05-04");
        var replayed = new ReplayedYear("8");
        replayed.Carry(CampaignStory.Opening(), CampaignStory.Cluster);
        replayed.Carry(new CampaignCommand.ApplyLifting(new("tay-ninh", 2020, BarKind.Complaint, on, new("9/QĐ", on), "Đơn đã giải quyết")), CampaignStory.Cluster);
        var guided = CampaignStory.At(Phase.Guided);
        Assert.Equal(["bars (tay-ninh's of the kind Complaint was lifted and had not come)"], replayed.Differences((CampaignView)guided.Concept.View(guided.State)!.Document));
    }
}
