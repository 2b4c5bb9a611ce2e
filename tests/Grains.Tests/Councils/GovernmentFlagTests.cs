using ClusterActors.Academy;
using ClusterActors.Councils;
using ClusterActors.Schools;
using static ClusterActors.Tests.Councils.CouncilStory;
using Council0 = ClusterActors.Tests.Given<ClusterActors.Councils.CouncilState, ClusterActors.Councils.CouncilCommand, ClusterActors.Councils.CouncilEvent>;

namespace ClusterActors.Tests.Councils;

public sealed class GovernmentFlagTests
{
    private const string First = "school-1";

    private static readonly DecisionReference Letter = new("77-TTr/HVCTQG", Moment.Day("2020-12-28"));

    private static readonly CouncilCommand.RecordGovernmentDecision Grant = new(First, GovernmentOutcome.Granted, new("1/QĐ-TTg", Moment.Day("2021-02-01")));

    private static CouncilCommand.RecordGovernmentVote Vote(string school = First, int inFavour = 9, string? reason = null) => new(1, school, new(inFavour, 9 - inFavour, inFavour > 0), reason);

    private static Council0 Voted(Council0 given, string school = First) => given.And(Who.Official, Vote(school));

    private static Council0 Proposed(int flags = 5) => Voted(Granted(flags)).And(Who.Official, new CouncilCommand.ProposeToGovernment(First, Letter));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    [InlineData(9, 1)]
    [InlineData(10, 2)]
    public void a_fifth_of_the_flags_of_the_year_can_be_proposed_rounded_down(int flags, int most)
    {
        var council = Granted(flags);
        Assert.Equal(most, StateOf(council).GovernmentMost);
        for (var n = 1; n <= most; n++)
        {
            var school = FormattableString.Invariant($"school-{n}");
            council = Voted(council, school).When(Who.Official, new CouncilCommand.ProposeToGovernment(school, Letter)).Events(new CouncilEvent.ProposedToGovernment(school, Letter, most));
        }

        if (most < flags)
        {
            var next = FormattableString.Invariant($"school-{most + 1}");
            Voted(council, next).When(Who.Official, new CouncilCommand.ProposeToGovernment(next, Letter)).Refused(RefusalCode.ShareUsedUp);
        }
    }

    [Fact]
    public void the_base_can_be_what_clusters_have_nominated()
    {
        var rules = Rules with { GovernmentFlag = Rules.GovernmentFlag! with { Of = new(ShareBase.Nominated, "sample") } };
        var council = Granted(4, rules).And(Campaign("9"), new CouncilCommand.ReceiveNominations("9", rules, [new(Award.Flag, "school-9", 90)]));
        Assert.Equal(1, StateOf(council).GovernmentMost);
    }

    [Fact]
    public void who_does_not_hold_the_flag_of_the_year_is_not_voted_on()
    {
        Granted(5).When(Who.Official, Vote("school-9")).Refused(RefusalCode.AwardNotHeld);
        var revoked = Voted(Granted(5)).And(Campaign("1"), new CouncilCommand.NoteDecision("1", Award.Flag, First, CouncilStanding.Revoked, Decision));
        revoked.When(Who.Official, Vote(reason: "Bỏ phiếu lại")).Refused(RefusalCode.AwardNotHeld);
        revoked.When(Who.Official, new CouncilCommand.ProposeToGovernment(First, Letter)).Refused(RefusalCode.AwardNotHeld);
    }

    [Fact]
    public void only_whom_the_council_has_voted_for_is_proposed_and_once()
    {
        Granted(5).When(Who.Official, new CouncilCommand.ProposeToGovernment(First, Letter)).Refused(RefusalCode.NotRecommended);
        var against = Granted(5).And(Who.Official, Vote(inFavour: 4));
        against.When(Who.Official, new CouncilCommand.ProposeToGovernment(First, Letter)).Refused(RefusalCode.NotRecommended);
        against.When(Who.Official, Vote()).Refused(RefusalCode.ReasonRequired);
        var now = against.And(Who.Official, Vote(reason: "Bỏ phiếu lại")).And(Who.Official, new CouncilCommand.ProposeToGovernment(First, Letter));
        now.When(Who.Official, new CouncilCommand.ProposeToGovernment(First, Letter)).Refused(RefusalCode.NominationDecided);
        now.When(Who.Official, Vote(reason: "Lần nữa")).Refused(RefusalCode.NominationDecided);
    }

    [Fact]
    public void where_the_regulation_has_no_such_flag_nobody_is_voted_on()
    {
        var council = Granted(5, Rules with { GovernmentFlag = null });
        council.When(Who.Official, Vote()).Refused(RefusalCode.WrongPhase);
        council.When(Who.Official, new CouncilCommand.ProposeToGovernment(First, Letter)).Refused(RefusalCode.WrongPhase);
        Assert.Equal(0, StateOf(council).GovernmentMost);
    }

    [Fact]
    public void what_the_government_has_decided_is_noted_and_the_school_is_told()
    {
        Voted(Granted(5)).When(Who.Official, Grant).Refused(RefusalCode.NominationUnknown);
        var then = Proposed().When(Who.Official, Grant);
        var message = Assert.Single(then.Messages());
        Assert.Equal("school:school-1", message.Target);
        Assert.Equal(new SchoolCommand.NoteGovernmentFlag(2020, GovernmentOutcome.Granted, Grant.Decision), CanonicalJson.Read<SchoolCommand>(message.Payload));
    }

    [Fact]
    public void a_decision_that_was_recorded_wrongly_is_recorded_anew_with_a_reason_and_the_school_hears_of_it()
    {
        var (granted, declined) = (Proposed().And(Who.Official, Grant), Grant with { Outcome = GovernmentOutcome.Declined });
        granted.When(Who.Official, declined).Refused(RefusalCode.ReasonRequired);

        var corrected = granted.When(Who.Official, declined with { Reason = "Ghi nhầm trường" });

        Assert.Equal("school:school-1", Assert.Single(corrected.Messages()).Target);
        Assert.Equal(GovernmentOutcome.Declined, StateOf(corrected.Accepted()).GovernmentFlagOf(First)!.Outcome);
    }

    [Fact]
    public void the_government_revokes_only_what_it_granted_and_with_a_reason()
    {
        var revoke = Grant with { Outcome = GovernmentOutcome.Revoked };
        Proposed().When(Who.Official, revoke with { Reason = "Khai gian" }).Refused(RefusalCode.NominationDecided);
        var granted = Proposed().And(Who.Official, Grant);
        granted.When(Who.Official, revoke).Refused(RefusalCode.ReasonRequired);
        Assert.Equal(GovernmentOutcome.Revoked, StateOf(granted.And(Who.Official, revoke with { Reason = "Khai gian" })).GovernmentFlagOf(First)!.Outcome);
    }

    [Fact]
    public void where_the_award_is_revoked_that_the_governments_flag_was_given_upon_the_council_shows_it()
    {
        var council = Proposed().And(Who.Official, Grant).And(Campaign("1"), new CouncilCommand.NoteDecision("1", Award.Flag, First, CouncilStanding.Revoked, Decision));
        var flag = Assert.Single(Assert.IsType<CouncilView>(CouncilDecider.Aggregate.View(council.State)!.Document).GovernmentFlags);
        Assert.Equal((GovernmentOutcome.Granted, Decision), (flag.Outcome, flag.UponRevoked));
    }

    [Fact]
    public void a_school_holds_the_governments_flag_beside_the_award_that_it_was_given_upon()
    {
        var campaign = Who.Grain(new CampaignKey("1", 2020));
        var school = Given.Nothing(SchoolDecider.Aggregate, new SchoolKey(First))
            .And(Who.Grain(AcademyKey.National), new SchoolCommand.Register("Trường", "Tỉnh"))
            .And(campaign, new SchoolCommand.ReserveAward(Award.Flag, 2020))
            .And(campaign, new SchoolCommand.ReceiveAward(Award.Flag, 2020, Decision));
        var note = new SchoolCommand.NoteGovernmentFlag(2020, GovernmentOutcome.Granted, Grant.Decision);
        school.When(Who.Official, note).Refused(RefusalCode.Forbidden);
        school.When(Who.Grain(new CouncilKey(2021)), note).Refused(RefusalCode.Forbidden);
        var view = Assert.IsType<SchoolView>(SchoolDecider.Aggregate.View(school.And(Who.Grain(Key), note).State)!.Document);
        Assert.Equal([new(2020, GovernmentOutcome.Granted, Grant.Decision)], view.GovernmentFlags!);
        Assert.Equal(AwardState.Granted, Assert.Single(view.Awards).State);
    }
}
