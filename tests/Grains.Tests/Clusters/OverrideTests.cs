using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using ClusterActors.Elections;
using static ClusterActors.Tests.Clusters.ClusterStory;

namespace ClusterActors.Tests.Clusters;

/// <summary>The Academy replaces officers of a running year, by a decision and with a reason.</summary>
public sealed class OverrideTests
{
    private static readonly Officers Others = new(2020, "binh-duong", ["binh-thuan"]);

    private static readonly ClusterCommand.OverrideOfficers Replace = new(Others, ["dong-nai"], Recognition with { IssuedOn = Moment.Day("2020-05-04") }, "Trường cụm trưởng sáp nhập");

    [Fact]
    public void authority_passes_with_one_event_and_the_open_year_is_told()
    {
        var then = Open.When(Who.Official, Replace);
        var after = then.Events(new ClusterEvent.OfficersOverridden(Others, ["dong-nai"], Replace.Decision, Replace.Reason, Officers2020));
        Assert.Equal((Others, ["dong-nai"]), (StateOf(after).InOffice, StateOf(after).Queue));
        var told = Assert.Single(then.Messages());
        Assert.Equal("campaign:8:2020", told.Target);
        Assert.Equal(new CampaignCommand.ApplyOfficers(Others), CanonicalJson.Read<CampaignCommand>(told.Payload));
    }

    [Fact]
    public void a_year_that_is_not_open_yet_need_not_be_told() => Assert.Empty(Headed.When(Who.Official, Replace).Messages());

    [Fact]
    public void it_is_the_academys_with_a_reason_and_a_document_of_the_past_for_officers_of_the_year_in_office()
    {
        foreach (var other in new[] { Who.Principal("ninh-thuan"), Who.Grain(AcademyKey.National), Campaign2020 })
            Open.When(other, Replace).Refused(RefusalCode.Forbidden);
        Open.When(Who.Official, Replace with { Reason = " " }).Refused(RefusalCode.TextInvalid);
        Open.When(Who.Official, Replace with { Decision = new("", Replace.Decision.IssuedOn) }).Refused(RefusalCode.TextInvalid);
        Open.When(Who.Official, Replace with { Decision = new("1-QĐ", Moment.Day("2200-01-01")) }).Refused(RefusalCode.DateInvalid);
        Open.When(Who.Official, Replace with { Officers = Others with { Year = 2021 } }).Refused(RefusalCode.OfficersInvalid);
        Open.When(Who.Official, Replace with { Officers = Others with { Head = "can-tho" } }).Refused(RefusalCode.NotAMember);
        Open.When(Who.Official, Replace with { Queue = ["binh-thuan"] }).Refused(RefusalCode.OfficersInvalid);
        Formed.When(Who.Official, Replace).Refused(RefusalCode.ClusterWithoutHead);
    }

    [Fact]
    public void the_new_head_leads_the_open_year_from_then_on()
    {
        var running = Campaigns.CampaignStory.At(Phase.Ranked).When(Who.Grain(Key), new CampaignCommand.ApplyOfficers(Others)).Events(new CampaignEvent.OfficersChanged(Others, Officers2020));
        var open = new CampaignCommand.OpenVote(Award.Flag, Campaigns.CampaignStory.Committee);
        running.When(Who.Principal("ninh-thuan"), open).Refused(RefusalCode.Forbidden);
        running.When(Who.Principal("binh-duong"), open).One<CampaignEvent.VoteOpened>();
    }

    [Fact]
    public void a_handover_under_way_begins_anew_with_the_head_who_is_in_office_now()
    {
        var half = Open
            .And(Campaign2020, Propose)
            .And(Campaign2020, new ClusterCommand.ApplyRecognition(Officers2021, Recognition))
            .And(Who.Principal("ninh-thuan"), new ClusterCommand.SignHandover(2021, "ninh-thuan", Moment.Day("2021-02-20")));
        var replaced = half.And(Who.Official, Replace);
        Assert.Empty(StateOf(replaced).Handover);
        replaced.When(Who.Principal("ninh-thuan"), new ClusterCommand.SignHandover(2021, "ninh-thuan", Moment.Day("2021-02-20"))).Refused(RefusalCode.Forbidden);
        replaced
            .And(Who.Principal("binh-duong"), new ClusterCommand.SignHandover(2021, "binh-duong", Moment.Day("2021-02-20")))
            .When(Who.Principal("binh-thuan"), new ClusterCommand.SignHandover(2021, "binh-thuan", Moment.Day("2021-02-20"))).One<ClusterEvent.HandedOver>();
    }

    [Fact]
    public void the_academy_recognises_others_than_were_proposed_with_a_reason()
    {
        Officers others = new(2021, "dong-nai", ["binh-duong"]);
        var proposed = Campaigns.CampaignStory.At(Phase.OfficersProposed);
        var instead = new CampaignCommand.RecogniseOfficers(Recognition, others, "Trường được đề xuất đang bị thanh tra");
        Assert.Equal(others, Campaigns.CampaignStory.StateOf(proposed.When(Who.Official, instead).Events(new CampaignEvent.OfficersRecognised(others, Recognition, instead.Reason, Officers2021))).Proposed);
        proposed.When(Who.Official, instead with { Reason = null }).Refused(RefusalCode.ReasonRequired);
        proposed.When(Who.Official, new CampaignCommand.RecogniseOfficers(Recognition, Reason: "a\0b")).Refused(RefusalCode.TextInvalid);
        proposed.When(Who.Official, instead with { Instead = others with { Acting = true } }).Refused(RefusalCode.OfficersInvalid);
        proposed.When(Who.Official, instead with { Instead = others with { Year = 2022 } }).Refused(RefusalCode.OfficersInvalid);
        proposed.When(Who.Official, instead with { Instead = others with { Head = "can-tho" } }).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void others_are_recognised_where_an_election_comes_to_no_end_and_again_until_the_handover()
    {
        Officers others = new(2021, "dong-nai", ["binh-duong"]);
        var instead = new CampaignCommand.RecogniseOfficers(Recognition, others, "Cụm không bầu được cụm trưởng");
        Campaigns.CampaignStory.At(Phase.Nominated).When(Who.Official, new CampaignCommand.RecogniseOfficers(Recognition)).Refused(RefusalCode.WrongPhase);
        Assert.Equal(Phase.OfficersRecognised, Campaigns.CampaignStory.StateOf(Campaigns.CampaignStory.At(Phase.Nominated).And(Who.Official, instead)).Phase);
        var again = Campaigns.CampaignStory.At(Phase.OfficersRecognised).And(Who.Official, instead);
        var handed = again.And(Who.Grain(Key), new CampaignCommand.NoteHandover("binh-thuan", Officers2021));
        Assert.Equal((Officers2021, "binh-thuan"), (Campaigns.CampaignStory.StateOf(handed).Proposed, Campaigns.CampaignStory.StateOf(handed).HandedOverTo));
        Assert.Null(StateOf(Open.With(new ClusterEvent.ElectionCalled(2021, null!)).And(Campaign2020, new ClusterCommand.ApplyRecognition(others, Recognition))).Election);
    }

    [Fact]
    public void an_election_under_way_is_conducted_by_the_head_who_is_in_office_now()
    {
        var electing = Open.With(new ClusterEvent.ElectionCalled(2021, null!));
        var told = electing.When(Who.Official, Replace).Messages().Single(m => m.Target == "election:8:2021");
        var apply = CanonicalJson.Read<ElectionCommand>(told.Payload);
        Assert.Equal(new ElectionCommand.ApplyOfficers(Others), apply);

        var called = Elections.ElectionStory.Called();
        var open = new ElectionCommand.OpenRound(Elections.ElectionStory.Committee);
        foreach (var other in new[] { Who.Official, Who.Principal("binh-duong"), Campaign2020 })
            called.When(other, apply).Refused(RefusalCode.Forbidden);
        var changed = called.When(Who.Grain(Key), apply).Events(new ElectionEvent.ConductorChanged("binh-duong"));
        changed.When(Who.Principal("ninh-thuan"), open).Refused(RefusalCode.Forbidden);
        changed.When(Who.Principal("binh-duong"), open).One<ElectionEvent.RoundOpened>();
    }

    [Fact]
    public void a_vacancy_that_is_still_to_come_outlasts_an_override_and_nobody_is_named_as_acting()
    {
        var vacant = Open.With(new ClusterEvent.HeadVacant(2021, VacancyReason.NobodyElected));
        Assert.Equal(2021, StateOf(vacant.And(Who.Official, Replace)).Vacancy!.Year);
        Open.When(Who.Official, Replace with { Officers = Others with { Acting = true } }).Refused(RefusalCode.OfficersInvalid);
        Formed.When(Who.Official, Appoint with { Officers = Officers2020 with { Acting = true } }).Refused(RefusalCode.OfficersInvalid);
    }

    [Fact]
    public void officers_of_a_year_that_nobody_has_opened_are_appointed_anew()
    {
        var mistyped = Formed.And(Who.Official, Appoint with { Officers = Officers2020 with { Year = 2120 } });
        Assert.Equal(Officers2020, StateOf(mistyped.And(Who.Official, Appoint)).InOffice);
        Open.When(Who.Official, Appoint).Refused(RefusalCode.WrongPhase);
    }
}
