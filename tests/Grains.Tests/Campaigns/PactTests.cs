using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Campaigns.CampaignStory;

namespace ClusterActors.Tests.Campaigns;

public sealed class PactTests
{
    private static Regulation With(Deadline deadline) => SampleRegulation.Of(2020) with { Deadlines = [deadline] };

    [Fact]
    public void the_head_proposes_the_pact()
    {
        var after = At(Phase.Guided).When(Head, Proposal).Events(new CampaignEvent.PactProposed(Proposal.Theme, Proposal.Targets));
        Assert.Equal(Phase.PactOpen, StateOf(after).Phase);
    }

    [Fact]
    public void until_the_first_signature_it_can_be_proposed_anew_and_keeps_its_theme()
    {
        var again = new CampaignCommand.ProposePact([.. Proposal.Targets, new(4, "Một chuyến về nguồn")], Reason: "Bổ sung chỉ tiêu");
        var after = At(Phase.PactOpen).When(Head, again).Events(new CampaignEvent.PactProposed(null, again.Targets, again.Reason));
        Assert.Equal(Proposal.Theme, StateOf(after).Pact.Theme);
        Assert.Equal(4, StateOf(after).Pact.Targets.Count);
    }

    [Fact]
    public void a_signed_pact_is_not_changed() =>
        At(Phase.PactOpen).And(Who.Principal("tay-ninh"), Sign("tay-ninh")).When(Head, Proposal).Refused(RefusalCode.PactAlreadySigned);

    [Fact]
    public void a_pact_names_targets() => At(Phase.Guided).When(Head, Proposal with { Targets = [] }).Refused(RefusalCode.PactWithoutTargets);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1, 2, 4)]
    [InlineData(0, 1, 2)]
    [InlineData(1, 1, 2)]
    [InlineData(3, 2, 1)]
    public void targets_are_enough_and_numbered_in_order(params int[] numbers) =>
        At(Phase.Guided).When(Head, Proposal with { Targets = [.. numbers.Select(n => new Target(n, "Chỉ tiêu"))] }).Refused(RefusalCode.TargetsInvalid);

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void theme_and_targets_are_proper_texts(string flaw)
    {
        var (text, code) = Texts.Bad[flaw];
        At(Phase.Guided).When(Head, Proposal with { Theme = text }).Refused(code);
        At(Phase.Guided).When(Head, Proposal with { Targets = [.. Proposal.Targets.Take(2), new(3, text)] }).Refused(code);
    }

    [Fact]
    public void a_text_may_have_lines_and_any_letters_of_composed_unicode() =>
        At(Phase.Guided).When(Head, Proposal with { Theme = "Chủ động – Đồng bộ\nĐột phá 🎓" }).One<CampaignEvent.PactProposed>();

    [Fact]
    public void the_principal_signs_for_the_school() =>
        At(Phase.PactOpen).When(Who.Principal("tay-ninh"), Sign("tay-ninh"))
            .Events(new CampaignEvent.PactSigned("tay-ninh", Sign("tay-ninh").SignedOn, Late: false));

    [Fact]
    public void nobody_else_signs_for_the_school()
    {
        foreach (var other in new[] { Who.Officer("tay-ninh"), Who.Visitor("tay-ninh"), Who.Principal("dong-nai"), Who.Official, Who.Grain(new SchoolKey("tay-ninh")) })
            At(Phase.PactOpen).When(other, Sign("tay-ninh")).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void a_school_that_is_no_member_does_not_sign() =>
        At(Phase.PactOpen).When(Who.Principal("can-tho"), Sign("can-tho")).Refused(RefusalCode.NotAMember);

    [Fact]
    public void a_school_signs_once()
    {
        At(Phase.PactOpen).And(Who.Principal("tay-ninh"), Sign("tay-ninh")).When(Who.Principal("tay-ninh"), Sign("tay-ninh")).Refused(RefusalCode.AlreadySigned);
        At(Phase.Running).When(Who.Principal("ninh-thuan"), Sign("ninh-thuan")).Refused(RefusalCode.AlreadySigned);
    }

    [Fact]
    public void the_pact_takes_effect_with_the_fifth_of_seven_signatures()
    {
        var given = At(Phase.PactOpen);
        foreach (var school in Roll.Take(4))
            given = given.When(Who.Principal(school), Sign(school)).Events(new CampaignEvent.PactSigned(school, Sign(school).SignedOn, false));
        Assert.Equal(Phase.PactOpen, StateOf(given).Phase);

        var fifth = Roll[4];
        given = given.When(Who.Principal(fifth), Sign(fifth))
            .Events(new CampaignEvent.PactSigned(fifth, Sign(fifth).SignedOn, false), new CampaignEvent.PactTookEffect());
        Assert.Equal(Phase.Running, StateOf(given).Phase);

        given.When(Who.Principal("tay-ninh"), Sign("tay-ninh")).Events(new CampaignEvent.PactSigned("tay-ninh", Sign("tay-ninh").SignedOn, false));
    }

    [Fact]
    public void the_Academy_closes_the_signing_and_the_year_goes_on_with_the_signatures_there_are()
    {
        var close = new CampaignCommand.CloseSigning(Appraisal, "Hai trường không ký sau nhiều lần đôn đốc");
        At(Phase.PactOpen).When(Who.Official, close).Refused(RefusalCode.SignaturesMissing);
        var signed = Roll.Take(3).Aggregate(At(Phase.PactOpen), (given, school) => given.And(Who.Principal(school), Sign(school)));
        foreach (var other in new[] { Head, Who.Principal("tay-ninh"), Cluster, Who.Auditor })
            signed.When(other, close).Refused(RefusalCode.Forbidden);
        signed.When(Who.Official, close with { Reason = "" }).Refused(RefusalCode.TextInvalid);
        signed.When(Who.Official, close with { Decision = new("", Appraisal.IssuedOn) }).Refused(RefusalCode.TextInvalid);
        var closed = signed.When(Who.Official, close)
            .Events(new CampaignEvent.SigningClosed(Appraisal, close.Reason, Roll.Skip(3).ToEquatableList()), new CampaignEvent.PactTookEffect());
        Assert.Equal(Phase.Running, StateOf(closed).Phase);
        Assert.True(closed.When(Who.Principal(Roll[3]), Sign(Roll[3])).One<CampaignEvent.PactSigned>().Late);
        closed.When(Head, Review).One<CampaignEvent.MidYearReviewed>();
    }

    [Fact]
    public void who_is_missing_when_the_signing_is_closed_signs_late_also_after_the_last_day_on_which_it_could()
    {
        var strict = At(Phase.PactOpen, With(SampleRegulation.Deadline(Step.PactSignature, "2020-03-31", DeadlineEffect.Refuse)));
        var closed = strict.And(Who.Principal(Roll[0]), Sign(Roll[0]), Moment.Noon("2020-03-31")).And(Who.Official, new CampaignCommand.CloseSigning(Appraisal, "Các trường khác chưa ký"));
        Assert.True(closed.When(Who.Principal("tay-ninh"), Sign("tay-ninh"), Moment.Noon("2020-05-04")).One<CampaignEvent.PactSigned>().Late);
    }

    [Fact]
    public void nobody_signs_on_a_day_that_has_not_come() =>
        At(Phase.PactOpen).When(Who.Principal("tay-ninh"), Sign("tay-ninh"), Moment.Noon("2020-02-23")).Refused(RefusalCode.DateInvalid);

    [Fact]
    public void a_signature_after_the_deadline_is_marked_late_or_refused_as_the_regulation_says()
    {
        var lastMoment = new DateTimeOffset(2020, 3, 31, 16, 59, 59, TimeSpan.Zero);
        var marked = At(Phase.PactOpen, With(SampleRegulation.Deadline(Step.PactSignature, "2020-03-31", DeadlineEffect.MarkLate)));
        Assert.False(marked.When(Who.Principal("tay-ninh"), Sign("tay-ninh"), lastMoment).One<CampaignEvent.PactSigned>().Late);
        Assert.True(marked.When(Who.Principal("tay-ninh"), Sign("tay-ninh"), lastMoment.AddSeconds(1)).One<CampaignEvent.PactSigned>().Late);

        var refused = At(Phase.PactOpen, With(SampleRegulation.Deadline(Step.PactSignature, "2020-03-31", DeadlineEffect.Refuse)));
        Assert.False(refused.When(Who.Principal("tay-ninh"), Sign("tay-ninh"), lastMoment).One<CampaignEvent.PactSigned>().Late);
        refused.When(Who.Principal("tay-ninh"), Sign("tay-ninh"), lastMoment.AddSeconds(1)).Refused(RefusalCode.DeadlinePassed);
    }

    [Fact]
    public void the_mid_year_review_is_recorded()
    {
        var after = At(Phase.Running).When(Head, Review).Events(new CampaignEvent.MidYearReviewed(Review.HeldOn, Review.Host, Review.Directions));
        Assert.Equal(Phase.MidYearReviewed, StateOf(after).Phase);
        At(Phase.Running).When(Head, Review with { Host = "can-tho" }).Refused(RefusalCode.NotAMember);
        At(Phase.Running).When(Head, Review, Moment.Noon("2020-06-21")).Refused(RefusalCode.DateInvalid);
    }

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void directions_are_a_proper_text(string flaw) =>
        At(Phase.Running).When(Head, Review with { Directions = Texts.Bad[flaw].Text }).Refused(Texts.Bad[flaw].Code);
}
