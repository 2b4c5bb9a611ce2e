using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Clusters;
using static ClusterActors.Tests.Academy.SampleRegulation;
using static ClusterActors.Tests.Clusters.ClusterStory;

namespace ClusterActors.Tests.Clusters;

public sealed class OfficersDeciderTests
{
    private static readonly DateOnly Signed = Moment.Day("2021-02-20");

    private static ClusterCommand.SignHandover Sign(string school, int year = 2021) => new(year, school, Signed);

    [Fact]
    public void the_academy_puts_the_first_officers_into_office()
    {
        var after = Formed.When(Who.Official, Appoint).Events(new ClusterEvent.OfficersAppointed(Officers2020, Queue, Appoint.Reason));
        Assert.Equal(Officers2020, StateOf(after).InOffice);
        Assert.Equal(Queue, StateOf(after).Queue);
    }

    [Fact]
    public void nobody_else_puts_officers_into_office()
    {
        foreach (var other in new[] { Who.Principal("ninh-thuan"), Who.Grain(AcademyKey.National), Who.Grain(Key), Campaign2020 })
            Formed.When(other, Appoint).Refused(RefusalCode.Forbidden);
    }

    [Theory]
    [InlineData(2014)]
    [InlineData(2201)]
    public void officers_are_for_a_campaign_year(int year) =>
        Formed.When(Who.Official, Appoint with { Officers = Officers2020 with { Year = year } }).Refused(RefusalCode.YearInvalid);

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void an_appointment_has_a_proper_reason(string flaw)
    {
        var (text, code) = Texts.Bad[flaw];
        Formed.When(Who.Official, Appoint with { Reason = text }).Refused(code);
    }

    public static TheoryData<string, string[], string[], string> OfficersThatCannotBe { get; } = new()
    {
        { "can-tho", ["binh-thuan"], [], RefusalCode.NotAMember },
        { "ninh-thuan", ["can-tho"], [], RefusalCode.NotAMember },
        { "ninh-thuan", ["binh-thuan"], ["can-tho"], RefusalCode.NotAMember },
        { "ninh-thuan", ["ninh-thuan"], [], RefusalCode.OfficersInvalid },
        { "ninh-thuan", ["binh-thuan"], ["binh-thuan"], RefusalCode.OfficersInvalid },
        { "ninh-thuan", ["binh-thuan"], ["binh-duong", "binh-duong"], RefusalCode.OfficersInvalid },
        { "ninh-thuan", ["ba-ria-vung-tau", "binh-thuan", "binh-phuoc", "binh-duong", "dong-nai", "tay-ninh"], [], RefusalCode.OfficersInvalid },
    };

    [Theory]
    [MemberData(nameof(OfficersThatCannotBe))]
    public void officers_that_cannot_be_are_refused(string head, string[] deputies, string[] queue, string code) =>
        Formed.When(Who.Official, new ClusterCommand.AppointOfficers(new(2020, head, [.. deputies]), [.. queue], "lý do")).Refused(code);

    [Fact]
    public void officers_in_office_are_not_appointed_over()
    {
        Open.When(Who.Official, Appoint with { Officers = Officers2020 with { Year = 2021 } }).Refused(RefusalCode.WrongPhase);
        var handedOver = Open.With(new ClusterEvent.HandedOver("binh-thuan", Signed, Officers2021, []));
        handedOver.When(Who.Official, Appoint with { Officers = Officers2020 with { Year = 2019 } }).Refused(RefusalCode.AlreadyExists);
        handedOver.When(Who.Official, Appoint).Refused(RefusalCode.AlreadyExists);
        Headed.When(Who.Official, Appoint with { Officers = Officers2020 with { Year = 2021 } }).One<ClusterEvent.OfficersAppointed>();
    }

    /// <summary>Seed 004: November 2020 proposed Bình Thuận as head, Bình Dương and Bình Phước as deputies.</summary>
    [Fact]
    public void the_first_deputy_becomes_head_the_second_moves_up_and_the_queue_fills_the_place()
    {
        var then = Open.When(Campaign2020, Propose);
        then.Events(new ClusterEvent.OfficersProposed(Officers2021, OfficerMethod.RotationQueue));
        var told = Assert.Single(then.Messages());
        Assert.Equal("campaign:8:2020", told.Target);
        Assert.Equal(new CampaignCommand.NoteProposedOfficers(Officers2021), CanonicalJson.Read<CampaignCommand>(told.Payload));
    }

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(1, new[] { "binh-duong" })]
    [InlineData(5, new[] { "binh-duong", "binh-phuoc", "dong-nai", "tay-ninh", "ba-ria-vung-tau" })]
    public void there_are_as_many_deputies_as_the_regulation_says(int deputies, string[] expected)
    {
        var rules = Propose.Rules with { Deputies = Sourced(deputies) };
        var proposed = Open.When(Campaign2020, Propose with { Rules = rules }).One<ClusterEvent.OfficersProposed>();
        Assert.Equal(new(2021, "binh-thuan", [.. expected]), proposed.Officers);
    }

    [Fact]
    public void while_a_year_is_open_its_officers_are_not_replaced_by_appointment() =>
        Open.When(Who.Official, Appoint with { Officers = Officers2020 with { Year = 2021 } }).Refused(RefusalCode.WrongPhase);

    [Fact]
    public void only_the_campaign_of_the_year_before_asks_for_officers()
    {
        foreach (var other in new[] { Who.Official, Who.Principal("ninh-thuan"), Who.Grain(new CampaignKey("8", 2021)), Who.Grain(new CampaignKey("9", 2020)), Who.Grain(Key) })
            Open.When(other, Propose).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void a_recognition_is_a_fact_that_the_campaign_brings()
    {
        var apply = new ClusterCommand.ApplyRecognition(Officers2021, Recognition);
        Proposed.When(Campaign2020, apply).Events(new ClusterEvent.OfficersRecognised(Officers2021, Recognition));
        foreach (var other in new[] { Who.Official, Who.Principal("binh-thuan"), Who.Grain(new CampaignKey("8", 2021)), Who.Grain(AcademyKey.National) })
            Proposed.When(other, apply).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void the_second_signature_switches_the_head_in_one_event()
    {
        var first = Recognised.When(Who.Principal("binh-thuan"), Sign("binh-thuan")).Events(new ClusterEvent.HandoverSigned("binh-thuan", Signed));
        Assert.Equal(Officers2020, StateOf(first).InOffice);

        var second = first.When(Who.Principal("ninh-thuan"), Sign("ninh-thuan"));
        EquatableList<string> queue = ["dong-nai", "tay-ninh", "ba-ria-vung-tau", "ninh-thuan"];
        var state = StateOf(second.Events(new ClusterEvent.HandedOver("ninh-thuan", Signed, Officers2021, queue)));
        Assert.Equal(Officers2021, state.InOffice);
        Assert.Null(state.Recognised);
        Assert.Null(state.Proposed);
        Assert.Empty(state.Handover);
        Assert.Equal(new CampaignCommand.NoteHandover("binh-thuan", Officers2021), CanonicalJson.Read<CampaignCommand>(Assert.Single(second.Messages()).Payload));
    }

    [Fact]
    public void a_school_signs_a_handover_once() =>
        Recognised.And(Who.Principal("ninh-thuan"), Sign("ninh-thuan")).When(Who.Principal("ninh-thuan"), Sign("ninh-thuan")).Refused(RefusalCode.AlreadySigned);

    [Fact]
    public void a_handover_is_signed_by_the_two_heads_principals_alone()
    {
        Recognised.When(Who.Principal("binh-duong"), Sign("binh-duong")).Refused(RefusalCode.Forbidden);
        Recognised.When(Who.Principal("binh-thuan"), Sign("ninh-thuan")).Refused(RefusalCode.Forbidden);
        Recognised.When(Who.Officer("ninh-thuan"), Sign("ninh-thuan")).Refused(RefusalCode.Forbidden);
        Recognised.When(Who.Official, Sign("ninh-thuan")).Refused(RefusalCode.Forbidden);
        Recognised.When(Who.Grain(new SchoolKey("ninh-thuan")), Sign("ninh-thuan")).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void without_a_recognition_for_that_year_no_handover_is_due()
    {
        Proposed.When(Who.Principal("ninh-thuan"), Sign("ninh-thuan")).Refused(RefusalCode.NoHandoverDue);
        Recognised.When(Who.Principal("ninh-thuan"), Sign("ninh-thuan", 2022)).Refused(RefusalCode.NoHandoverDue);
        Recognised.And(Who.Principal("ninh-thuan"), Sign("ninh-thuan")).And(Who.Principal("binh-thuan"), Sign("binh-thuan"))
            .When(Who.Principal("binh-thuan"), Sign("binh-thuan")).Refused(RefusalCode.NoHandoverDue);
    }

    [Fact]
    public void nobody_signs_on_a_day_that_has_not_come() =>
        Recognised.When(Who.Principal("ninh-thuan"), Sign("ninh-thuan"), Moment.Noon("2021-02-19")).Refused(RefusalCode.DateInvalid);
}
