using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inboxes;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Academy.SampleRegulation;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

public sealed class RegistrationTests
{
    private static readonly DateTimeOffset InTime = Moment.Noon("2020-03-31");
    private static readonly DateTimeOffset TooLate = Moment.Noon("2020-04-01");

    private static Campaign0 Guided => At(Phase.Guided, Registering());

    private static Regulation Registering(params Award[] required) => Of(2020) with
    {
        Programme = new([], new(Sourced(required.ToEquatableList()))),
        Membership = new(
            Sourced(PactPolicy.SuccessorBound), Sourced(ScorePolicy.SuccessorInherits), Sourced(InspectionPolicy.SuccessorInspects), Sourced(true),
            Sourced(VotePolicy.SuccessorTakesPlace), Sourced(PostPolicy.DeputyActs)),
    };

    private static Regulation Until(DeadlineEffect effect) => Registering() with { Deadlines = [Deadline(Step.Registration, "2020-03-31", effect)] };

    private static CampaignCommand Register(string school, params Award[] awards) => new CampaignCommand.RegisterForAwards(school, awards.ToEquatableList());

    private static CampaignCommand Again(string school, params Award[] awards) => new CampaignCommand.RegisterForAwards(school, awards.ToEquatableList(), "Nghĩ lại");

    private static CampaignView ViewOf(Campaign0 given) => Assert.IsType<CampaignView>(CampaignDecider.Aggregate.View(given.State)!.Document);

    private static EquatableList<string> CandidatesFor(Award award, Campaign0 given) =>
        given.When(Head, new CampaignCommand.OpenVote(award, Committee)).One<CampaignEvent.VoteOpened>().Candidates;

    // Nobody registers in a year that has come so far; the registrations are told by their events.
    private static Campaign0 Ranked(Regulation regulation, params (string School, Award Award)[] registered) =>
        At(Phase.Ranked, regulation).With([.. registered.Select(r => new CampaignEvent.AwardsRegistered(r.School, [r.Award], false, null))]);

    [Fact]
    public void who_signs_for_a_member_registers_it_for_what_it_contends_for()
    {
        Guided.When(Who.Principal("tay-ninh"), Register("tay-ninh", Award.Flag)).Events(new CampaignEvent.AwardsRegistered("tay-ninh", [Award.Flag], false, null));
        Guided.When(Who.Principal("tay-ninh"), Register("tay-ninh")).Events(new CampaignEvent.AwardsRegistered("tay-ninh", [], false, null));
        Guided.When(Who.Officer("tay-ninh"), Register("tay-ninh", Award.Flag)).Refused(RefusalCode.Forbidden);
        Guided.When(Who.Principal("tay-ninh"), Register("dong-nai", Award.Flag)).Refused(RefusalCode.Forbidden);
        Guided.When(Who.Principal("ca-mau"), Register("ca-mau", Award.Flag)).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void a_school_registers_for_what_is_voted_on_and_for_each_once()
    {
        Guided.When(Who.Principal("tay-ninh"), Register("tay-ninh", Award.Flag, Award.Flag)).Refused(RefusalCode.AwardTwice);
        At(Phase.Guided, Registering() with { Votes = [Vote(Award.Flag)] })
            .When(Who.Principal("tay-ninh"), Register("tay-ninh", Award.Flag, Award.Certificate)).Refused(RefusalCode.AwardNotVoted);
    }

    [Fact]
    public void a_registration_is_changed_with_a_reason_until_the_self_scoring_is_opened()
    {
        var registered = Guided.And(Who.Principal("tay-ninh"), Register("tay-ninh", Award.Flag));

        registered.When(Who.Principal("tay-ninh"), Register("tay-ninh", Award.Certificate)).Refused(RefusalCode.ReasonRequired);
        var changed = registered.And(Who.Principal("tay-ninh"), Again("tay-ninh", Award.Certificate));
        Assert.Equal([new RegistrationView("tay-ninh", [Award.Certificate], false)], ViewOf(changed).Registrations);
        At(Phase.MidYearReviewed, Registering()).When(Who.Principal("tay-ninh"), Register("tay-ninh", Award.Flag)).Accepted();
        At(Phase.SelfScoring, Registering()).When(Who.Principal("tay-ninh"), Register("tay-ninh", Award.Flag)).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void nobody_registers_where_the_regulation_does_not_ask_for_it() =>
        At(Phase.Guided).When(Who.Principal("tay-ninh"), Register("tay-ninh", Award.Flag)).Refused(RefusalCode.WrongPhase);

    [Fact]
    public void after_its_deadline_a_registration_is_late_and_stays_so_or_is_refused()
    {
        var lenient = At(Phase.Guided, Until(DeadlineEffect.MarkLate));
        Assert.False(lenient.When(Who.Principal("tay-ninh"), Register("tay-ninh"), InTime).One<CampaignEvent.AwardsRegistered>().Late);
        var late = lenient.And(Who.Principal("tay-ninh"), Register("tay-ninh", Award.Flag), TooLate);
        Assert.True(Assert.Single(ViewOf(late).Registrations!).Late);
        var changed = late.And(Who.Official, new CampaignCommand.ExtendDeadline(Step.Registration, Moment.Day("2021-03-31"), "Bão lũ")).And(Who.Principal("tay-ninh"), Again("tay-ninh"));
        Assert.True(Assert.Single(ViewOf(changed).Registrations!).Late);

        At(Phase.Guided, Until(DeadlineEffect.Refuse)).When(Who.Principal("tay-ninh"), Register("tay-ninh"), TooLate).Refused(RefusalCode.DeadlinePassed);
    }

    [Fact]
    public void its_deadline_can_be_put_off_until_the_self_scoring_is_opened()
    {
        var extend = new CampaignCommand.ExtendDeadline(Step.Registration, Moment.Day("2021-04-30"), "Bão lũ");

        At(Phase.MidYearReviewed, Until(DeadlineEffect.Refuse)).When(Who.Official, extend).One<CampaignEvent.DeadlineExtended>();
        At(Phase.SelfScoring, Until(DeadlineEffect.Refuse)).When(Who.Official, extend).Refused(RefusalCode.WrongPhase);
    }

    [Fact]
    public void who_has_not_registered_is_to_do_so_until_the_year_has_gone_past_it()
    {
        var registered = At(Phase.Guided, Until(DeadlineEffect.MarkLate)).And(Who.Principal("tay-ninh"), Register("tay-ninh"));

        Assert.Equal(Roll.Where(s => s != "tay-ninh").Order(StringComparer.Ordinal), Duty.Of(ViewOf(registered), []).Where(d => d.Kind == DutyKind.Registration).Select(d => d.School));
        Assert.Empty(Duty.Of(ViewOf(At(Phase.SelfScoring, Until(DeadlineEffect.MarkLate))), []));
    }

    [Fact]
    public void only_the_registered_are_candidates_where_the_regulation_wants_it() =>
        Assert.Equal(["tay-ninh"], CandidatesFor(Award.Flag, Ranked(Registering(Award.Flag), ("tay-ninh", Award.Flag), ("dong-nai", Award.Certificate))));

    [Fact]
    public void where_it_does_not_everybody_is() =>
        Assert.Equal(Roll.Order(StringComparer.Ordinal), CandidatesFor(Award.Flag, Ranked(Registering(Award.Certificate), ("tay-ninh", Award.Certificate))));

    [Fact]
    public void where_nobody_has_registered_nobody_is_chosen()
    {
        var given = Ranked(Registering(Award.Flag)).And(Head, new CampaignCommand.OpenVote(Award.Flag, Committee));

        given.When(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, Count("ninh-thuan"))).Refused(RefusalCode.CandidateUnknown);
        var counted = given
            .And(Who.Officer("dong-nai"), new CampaignCommand.RecordCount(1, new(7, 7, 0, 7, [])))
            .And(Who.Officer("tay-ninh"), new CampaignCommand.ConfirmCount(1, 1))
            .And(Who.Officer("binh-phuoc"), new CampaignCommand.ConfirmCount(1, 1));
        Assert.Empty(StateOf(counted).VoteOf(1)!.Outcome!.Chosen);
    }

    [Fact]
    public void a_successor_that_takes_a_place_contends_for_what_the_schools_before_it_have_registered_for()
    {
        var merged = Guided
            .And(Who.Principal("tay-ninh"), Register("tay-ninh", Award.Certificate))
            .And(Who.Principal("dong-nai"), Register("dong-nai", Award.Certificate, Award.Flag))
            .And(Cluster, new CampaignCommand.ApplyMerger(new(["tay-ninh", "dong-nai"], "new", "8", null, Moment.Day("2020-05-01"), Appraisal, "Hợp nhất"), null));

        Assert.Equal(new("new", [Award.Flag, Award.Certificate], false), StateOf(merged).Registrations.Single(r => r.School == "new"));
        Assert.Equal([], StateOf(merged.And(Who.Principal("new"), Again("new"))).Registrations.Single(r => r.School == "new").Awards);
    }

    [Fact]
    public void a_deadline_of_a_registration_that_nobody_asks_for_and_an_award_that_nobody_votes_on_are_flaws_of_a_regulation()
    {
        Assert.Null(RegulationRules.Check(Until(DeadlineEffect.Refuse)));
        Assert.Null(RegulationRules.Check(Registering(Award.Flag, Award.Certificate)));
        foreach (var flawed in new[]
        {
            Until(DeadlineEffect.Refuse) with { Programme = null },
            Registering(Award.Flag, Award.Flag),
            Registering(Award.Certificate) with { Votes = [Vote(Award.Flag)] },
        })
            Assert.Equal(RefusalCode.RegulationInvalid, RegulationRules.Check(flawed)?.Code);
    }
}
