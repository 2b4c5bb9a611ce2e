using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Clusters.ClusterStory;

namespace ClusterActors.Tests.Clusters;

public sealed class ClusterDeciderTests
{
    private static readonly ClusterCommand.OpenYear OpenYear = new(2020);

    [Fact]
    public void the_academy_forms_a_cluster() =>
        Unformed.When(Who.Grain(AcademyKey.National), Form).Events(new ClusterEvent.Formed("8", 8, "Miền Đông Nam Bộ", Members));

    [Fact]
    public void nobody_else_forms_a_cluster()
    {
        foreach (var other in new[] { Who.Official, Who.Principal("ninh-thuan"), Who.Grain(Key), Who.Grain(new SchoolKey("ninh-thuan")) })
            Unformed.When(other, Form).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void a_cluster_is_formed_once() => Formed.When(Who.Grain(AcademyKey.National), Form).Refused(RefusalCode.AlreadyExists);

    [Fact]
    public void a_cluster_that_was_never_formed_is_not_found()
    {
        ClusterCommand[] commands =
        [
            new ClusterCommand.ReceiveGuidance(Guidance2020, SampleRegulation.Of(2020)), OpenYear, Appoint, Propose,
            new ClusterCommand.ApplyRecognition(Officers2021, Recognition), new ClusterCommand.SignHandover(2021, "ninh-thuan", Recognition.IssuedOn),
        ];
        Assert.All(commands, command => Unformed.When(Who.Official, command).Refused(RefusalCode.NotFound));
    }

    [Fact]
    public void guidance_comes_from_the_academy_alone()
    {
        var command = new ClusterCommand.ReceiveGuidance(Guidance2020, SampleRegulation.Of(2020));
        Formed.When(Who.Grain(AcademyKey.National), command).Events(new ClusterEvent.GuidanceReceived(Guidance2020, SampleRegulation.Of(2020)));
        foreach (var other in new[] { Who.Official, Who.Principal("ninh-thuan"), Who.Grain(Key), Campaign2020 })
            Formed.When(other, command).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void the_head_opens_the_year_and_the_campaign_gets_copies_of_all_it_needs()
    {
        var then = Guided.When(Who.Principal("ninh-thuan"), OpenYear);
        then.Events(new ClusterEvent.YearOpened(2020));
        var told = Assert.Single(then.Messages());
        Assert.Equal("campaign:8:2020", told.Target);
        Assert.Equal(
            new CampaignCommand.Open(SampleRegulation.Of(2020), Guidance2020, Members, Officers2020, [], []), CanonicalJson.Read<CampaignCommand>(told.Payload));
    }

    [Fact]
    public void an_official_and_the_heads_emulation_officer_open_the_year_too()
    {
        Guided.When(Who.Official, OpenYear).One<ClusterEvent.YearOpened>();
        Guided.When(Who.Officer("ninh-thuan"), OpenYear).One<ClusterEvent.YearOpened>();
    }

    [Fact]
    public void nobody_else_opens_the_year()
    {
        foreach (var other in new[] { Who.Principal("binh-thuan"), Who.Visitor("ninh-thuan"), Who.Grain(Key), Who.Grain(AcademyKey.National) })
            Guided.When(other, OpenYear).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void a_year_is_opened_once() => Open.When(Who.Principal("ninh-thuan"), OpenYear).Refused(RefusalCode.YearAlreadyOpen);

    [Fact]
    public void a_year_wants_guidance() => Headed.When(Who.Principal("ninh-thuan"), OpenYear).Refused(RefusalCode.YearNotGuided);

    [Fact]
    public void a_cluster_without_a_head_opens_no_year() =>
        Formed.And(Who.Grain(AcademyKey.National), new ClusterCommand.ReceiveGuidance(Guidance2020, SampleRegulation.Of(2020)))
            .When(Who.Official, OpenYear).Refused(RefusalCode.ClusterWithoutHead);

    [Fact]
    public void the_head_of_2020_does_not_open_2021() =>
        Open.And(Who.Grain(AcademyKey.National), new ClusterCommand.ReceiveGuidance(Guidance2020 with { Year = 2021 }, SampleRegulation.Of(2021)))
            .When(Who.Principal("ninh-thuan"), new ClusterCommand.OpenYear(2021)).Refused(RefusalCode.ClusterWithoutHead);

    [Fact]
    public void two_years_follow_each_other_with_a_handover_between()
    {
        var signed = Moment.Day("2021-02-20");
        Recognised
            .And(Who.Principal("ninh-thuan"), new ClusterCommand.SignHandover(2021, "ninh-thuan", signed))
            .And(Who.Principal("binh-thuan"), new ClusterCommand.SignHandover(2021, "binh-thuan", signed))
            .And(Who.Grain(AcademyKey.National), new ClusterCommand.ReceiveGuidance(Guidance2020 with { Year = 2021 }, SampleRegulation.Of(2021)))
            .And(Who.Principal("binh-thuan"), new ClusterCommand.OpenYear(2021))
            .When(Who.Principal("binh-thuan"), new ClusterCommand.OpenYear(2020)).Refused(RefusalCode.YearAlreadyOpen);
    }
}
