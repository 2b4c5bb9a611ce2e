using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Clusters;
using static ClusterActors.Tests.Campaigns.CampaignStory;

namespace ClusterActors.Tests.Campaigns;

public sealed class CampaignOpeningTests
{
    [Fact]
    public void the_cluster_opens_the_year_with_copies_of_all_it_needs()
    {
        var after = Unopened.When(Cluster, Opening())
            .Events(new CampaignEvent.Opened("8", SampleRegulation.Of(2020), ClusterStory.Guidance2020, Roll, ClusterStory.Officers2020, []));
        Assert.Equal(Key, StateOf(after).Key);
        Assert.Equal(Phase.Guided, StateOf(after).Phase);
    }

    [Fact]
    public void nobody_else_opens_the_year()
    {
        foreach (var other in new[] { Who.Official, Head, Who.Grain(new ClusterKey("9")), Who.Grain(AcademyKey.National), Who.Grain(Key) })
            Unopened.When(other, Opening()).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void what_belongs_to_the_head_is_closed_to_all_others()
    {
        (Phase Phase, CampaignCommand Command)[] rows =
        [
            (Phase.Guided, Proposal),
            (Phase.Running, Review),
            (Phase.MidYearReviewed, new CampaignCommand.OpenSelfScoring()),
            (Phase.SelfScoring, new CampaignCommand.OpenCrossInspection()),
            (Phase.CrossInspection, new CampaignCommand.FixRanking()),
            (Phase.Ranked, new CampaignCommand.OpenVote(ClusterActors.Academy.Award.Flag, Committee)),
            (Phase.Ranked, new CampaignCommand.CloseOpenVote(1)),
            (Phase.Ranked, Conference),
        ];
        Actor[] others =
        [
            Who.Principal("binh-thuan"), Who.Officer("binh-duong"), Who.Visitor("ninh-thuan"), Who.Official, Cluster, Who.Grain(Key),
            Who.Grain(new SchoolKey("ninh-thuan")), Actor.Authenticated("x", "school:ninh-thuan", [Role.Official]),
        ];
        foreach (var (phase, command) in rows)
            Assert.All(others, other => At(phase).When(other, command).Refused(RefusalCode.Forbidden));
    }

    [Fact]
    public void what_belongs_to_the_cluster_or_the_academy_is_closed_to_all_others()
    {
        var proposed = new CampaignCommand.NoteProposedOfficers(ClusterStory.Officers2021);
        foreach (var other in new[] { Who.Official, Head, Who.Grain(new ClusterKey("9")), Who.Grain(Key) })
        {
            At(Phase.Nominated).When(other, proposed).Refused(RefusalCode.Forbidden);
            At(Phase.OfficersRecognised).When(other, new CampaignCommand.NoteHandover("binh-thuan")).Refused(RefusalCode.Forbidden);
        }

        foreach (var other in new[] { Head, Who.Principal("binh-thuan"), Cluster, Who.Grain(AcademyKey.National) })
        {
            At(Phase.OfficersProposed).When(other, new CampaignCommand.RecogniseOfficers(Recognition)).Refused(RefusalCode.Forbidden);
            At(Phase.HandedOver).When(other, new CampaignCommand.CloseYear()).Refused(RefusalCode.Forbidden);
        }
    }
}
