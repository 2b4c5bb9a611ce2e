using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inspections;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Academy.SampleRegulation;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Campaigns;

public sealed class ExtensionTests
{
    private static readonly DateTimeOffset InTime = Moment.Noon("2020-10-15");

    private static readonly DateTimeOffset TooLate = Moment.Noon("2020-10-16");

    private static readonly CampaignCommand.ExtendDeadline Extend = new(Step.SelfScores, Moment.Day("2020-10-20"), "Bão số 9");

    private static readonly CampaignCommand.SubmitSelfScores Sheet = new("tay-ninh", SheetOf("tay-ninh"));

    private static readonly ExtensionRules ByHead = new(Sourced(Authority.Head), Sourced(2), Sourced(10));

    private static CampaignEvent.DeadlineExtended Extended(string? school = null) =>
        new(Step.SelfScores, Moment.Day("2020-10-15"), Extend.Day, school, Extend.Reason);

    private static Campaign0 SelfScoring(ExtensionRules? rules = null, DeadlineEffect effect = DeadlineEffect.Refuse) => Ruled(Phase.SelfScoring, rules, effect);

    private static Campaign0 Ruled(Phase phase, ExtensionRules? rules, DeadlineEffect effect = DeadlineEffect.MarkLate) =>
        At(phase, Of(2020) with { Deadlines = [Deadline(Step.SelfScores, "2020-10-15", effect) with { Extension = rules }] });

    [Fact]
    public void the_Academy_extends_a_deadline_before_it_has_passed_and_after()
    {
        foreach (var at in new[] { InTime, TooLate })
            SelfScoring().When(Who.Official, Extend, at).Events(Extended());
    }

    [Fact]
    public void a_sheet_that_was_refused_as_too_late_is_taken_after_the_extension_and_is_not_late()
    {
        var given = SelfScoring();
        given.When(Who.Officer("tay-ninh"), Sheet, TooLate).Refused(RefusalCode.DeadlinePassed);
        given = given.When(Who.Official, Extend, TooLate).Accepted();
        Assert.False(given.When(Who.Officer("tay-ninh"), Sheet, Moment.Noon("2020-10-20")).One<CampaignEvent.SelfScoresSubmitted>().Late);
        given.When(Who.Officer("tay-ninh"), Sheet, Moment.Noon("2020-10-21")).Refused(RefusalCode.DeadlinePassed);
    }

    [Fact]
    public void what_was_late_before_stays_late_when_it_is_handed_in_anew()
    {
        var given = SelfScoring(effect: DeadlineEffect.MarkLate)
            .When(Who.Officer("tay-ninh"), Sheet, TooLate).Accepted()
            .When(Who.Official, Extend, TooLate).Accepted()
            .When(Who.Officer("tay-ninh"), Sheet with { Reason = "Bổ sung" }, TooLate).Accepted();
        Assert.False(Assert.IsType<CampaignEvent.SelfScoresSubmitted>(given.History[^1]).Late);
        Assert.True(StateOf(given).SheetOf("tay-ninh")!.Late);
    }

    [Fact]
    public void the_view_shows_the_extended_deadline_and_how_it_came_about()
    {
        var view = Assert.IsType<CampaignView>(CampaignDecider.Aggregate.View(SelfScoring().When(Who.Official, Extend, TooLate).Accepted().State)!.Document);
        Assert.Equal((Step.SelfScores, Extend.Day), (view.Deadlines.Single().Step, view.Deadlines.Single().Day));
        Assert.Equal([new ExtensionView(Step.SelfScores, Moment.Day("2020-10-15"), Extend.Day, null, Extend.Reason)], view.Extensions);
    }

    [Fact]
    public void without_a_rule_only_the_Academy_extends()
    {
        foreach (var actor in new[] { Head, Who.Officer("binh-thuan"), Who.Principal("tay-ninh"), Who.Visitor("ninh-thuan"), Cluster })
        {
            SelfScoring().When(actor, Extend, TooLate).Refused(RefusalCode.Forbidden);
            SelfScoring(ByHead with { By = Sourced(Authority.Academy) }).When(actor, Extend, TooLate).Refused(RefusalCode.Forbidden);
        }
    }

    [Fact]
    public void the_regulation_names_the_head_or_the_deputies_with_it()
    {
        SelfScoring(ByHead).When(Head, Extend, TooLate).Events(Extended("ninh-thuan"));
        SelfScoring(ByHead).When(Who.Officer("binh-thuan"), Extend, TooLate).Refused(RefusalCode.Forbidden);
        var officers = ByHead with { By = Sourced(Authority.Officers) };
        SelfScoring(officers).When(Head, Extend, TooLate).Events(Extended("ninh-thuan"));
        SelfScoring(officers).When(Who.Officer("binh-thuan"), Extend, TooLate).Events(Extended("binh-thuan"));
        SelfScoring(officers).When(Who.Officer("tay-ninh"), Extend, TooLate).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void the_cluster_extends_as_far_and_as_often_as_the_regulation_says_and_the_Academy_further()
    {
        var given = SelfScoring(ByHead);
        given.When(Head, Extend with { Day = Moment.Day("2020-10-26") }, InTime).Refused(RefusalCode.ExtensionTooFar);
        given = given
            .When(Head, Extend with { Day = Moment.Day("2020-10-16") }, InTime).Accepted()
            .When(Who.Official, Extend with { Day = Moment.Day("2020-10-17") }, InTime).Accepted()
            .When(Head, Extend with { Day = Moment.Day("2020-10-25") }, InTime).Accepted();
        given.When(Head, Extend with { Day = Moment.Day("2020-10-26") }, InTime).Refused(RefusalCode.ExtensionTooFar);
        given = SelfScoring(ByHead)
            .When(Head, Extend with { Day = Moment.Day("2020-10-16") }, InTime).Accepted()
            .When(Head, Extend with { Day = Moment.Day("2020-10-17") }, InTime).Accepted();
        given.When(Head, Extend with { Day = Moment.Day("2020-10-18") }, InTime).Refused(RefusalCode.ExtensionsUsedUp);
        given.When(Who.Official, Extend with { Day = Moment.Day("2021-12-31") }, InTime).Accepted();
    }

    [Theory]
    [InlineData("2020-10-14")]
    [InlineData("2020-10-15")]
    [InlineData("2020-10-16")]
    [InlineData("2022-01-01")]
    public void an_extension_ends_after_the_deadline_not_in_the_past_and_not_two_years_on(string day) =>
        SelfScoring().When(Who.Official, Extend with { Day = Moment.Day(day) }, Moment.Noon("2020-10-17")).Refused(RefusalCode.ExtensionInvalid);

    private static Calendar Weeks(RestDayPolicy policy) => new(Sourced<EquatableList<Weekday>>([Weekday.Saturday, Weekday.Sunday]), Sourced(policy), [], []);

    private static Campaign0 OnASaturday(RestDayPolicy policy, ExtensionRules? rules = null) => At(Phase.SelfScoring, Of(2020) with
    {
        Calendar = Weeks(policy),
        Deadlines = [Deadline(Step.SelfScores, "2020-10-17", DeadlineEffect.Refuse) with { Extension = rules }],
    });

    [Theory]
    [InlineData(RestDayPolicy.Stay, "2020-10-17", "2020-10-18")]
    [InlineData(RestDayPolicy.Next, "2020-10-19", "2020-10-20")]
    [InlineData(RestDayPolicy.Previous, "2020-10-16", "2020-10-17")]
    public void a_deadline_on_a_day_of_rest_counts_on_the_day_that_the_calendar_says(RestDayPolicy policy, string last, string late)
    {
        Assert.False(OnASaturday(policy).When(Who.Officer("tay-ninh"), Sheet, Moment.Noon(last)).One<CampaignEvent.SelfScoresSubmitted>().Late);
        OnASaturday(policy).When(Who.Officer("tay-ninh"), Sheet, Moment.Noon(late)).Refused(RefusalCode.DeadlinePassed);
    }

    [Fact]
    public void an_extension_to_a_day_of_rest_ends_on_the_day_that_the_calendar_says()
    {
        var sunday = Extend with { Day = Moment.Day("2020-10-25") };
        Assert.Equal(Moment.Day("2020-10-26"), OnASaturday(RestDayPolicy.Next).When(Who.Official, sunday, InTime).One<CampaignEvent.DeadlineExtended>().Day);
        Assert.Equal(Moment.Day("2020-10-23"), OnASaturday(RestDayPolicy.Previous).When(Who.Official, sunday, InTime).One<CampaignEvent.DeadlineExtended>().Day);
        OnASaturday(RestDayPolicy.Previous).When(Who.Official, sunday with { Day = Moment.Day("2020-10-18") }, InTime).Refused(RefusalCode.ExtensionInvalid);
    }

    [Fact]
    public void the_regulation_says_whether_the_days_of_an_extension_are_working_days()
    {
        var calendar = OnASaturday(RestDayPolicy.Next, ByHead with { Days = Sourced(6) });
        calendar.When(Head, Extend with { Day = Moment.Day("2020-10-27") }, InTime).Refused(RefusalCode.ExtensionTooFar);
        var working = OnASaturday(RestDayPolicy.Next, ByHead with { Days = Sourced(6), Count = Sourced(DayCount.Working) });
        working.When(Head, Extend with { Day = Moment.Day("2020-10-27") }, InTime).Accepted();
        working.When(Head, Extend with { Day = Moment.Day("2020-10-28") }, InTime).Refused(RefusalCode.ExtensionTooFar);
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void a_day_at_the_end_of_time_is_refused_like_any_other(string day)
    {
        foreach (var policy in Enum.GetValues<RestDayPolicy>())
            OnASaturday(policy).When(Who.Official, Extend with { Day = Moment.Day(day) }, InTime).Refused(RefusalCode.ExtensionInvalid);
    }

    [Fact]
    public void what_the_regulation_has_no_deadline_for_is_not_extended() =>
        SelfScoring().When(Who.Official, Extend with { Step = Step.Findings }).Refused(RefusalCode.DeadlineUnknown);

    [Fact]
    public void a_deadline_of_a_step_that_the_year_has_gone_past_is_not_extended()
    {
        Ruled(Phase.SelfScoring, null).When(Who.Official, Extend, InTime).Accepted();
        Ruled(Phase.Drawing, null).When(Who.Official, Extend, InTime).Refused(RefusalCode.WrongPhase);
        Ruled(Phase.Closed, null).When(Who.Official, Extend, InTime).Refused(RefusalCode.WrongPhase);
    }

    [Theory]
    [MemberData(nameof(Texts.Flaws), MemberType = typeof(Texts))]
    public void an_extension_has_a_reason(string flaw) =>
        SelfScoring().When(Who.Official, Extend with { Reason = Texts.Bad[flaw].Text }, InTime).Refused(Texts.Bad[flaw].Code);

    [Fact]
    public void inspections_that_have_not_come_to_their_end_are_told()
    {
        var rules = Of(2020) with { Deadlines = [Deadline(Step.Findings, "2020-11-01", DeadlineEffect.Refuse)] };
        var extend = new CampaignCommand.ExtendDeadline(Step.Findings, Moment.Day("2021-04-01"), "Bão số 9");
        Assert.Empty(At(Phase.SelfScoring, rules).When(Who.Official, extend).Messages());

        var given = At(Phase.CrossInspection, rules)
            .And(Who.Grain(new InspectionKey("8", 2020, "tay-ninh")), new CampaignCommand.ReceiveFindings("tay-ninh", SheetOf("tay-ninh")));
        var told = given.When(Who.Official, extend).Messages();
        Assert.Equal(Roll.Where(s => s != "tay-ninh").Select(s => $"inspection:8:2020:{s}").Order(StringComparer.Ordinal), told.Select(m => m.Target).Order(StringComparer.Ordinal));
        Assert.All(told, m => Assert.Equal(new InspectionCommand.ApplyExtension(extend.Day), CanonicalJson.Read<InspectionCommand>(m.Payload)));
    }

    [Fact]
    public void inspectors_drawn_after_the_extension_get_the_extended_deadline()
    {
        var rules = Of(2020) with { Deadlines = [Deadline(Step.Findings, "2020-11-01", DeadlineEffect.Refuse)] };
        var drawn = At(Phase.Drawing, rules)
            .And(Who.Official, new CampaignCommand.ExtendDeadline(Step.Findings, Moment.Day("2021-04-01"), "Bão số 9"))
            .When(Beacon, new CampaignCommand.ReceiveSeed("campaign:8:2020 cross-inspection 1", Drawn));
        var assigned = drawn.Messages().Where(m => m.Target.StartsWith("inspection:", StringComparison.Ordinal)).Select(m => CanonicalJson.Read<InspectionCommand>(m.Payload)).ToList();
        Assert.Equal(Roll.Count, assigned.Count);
        Assert.All(assigned, command => Assert.Equal(Moment.Day("2021-04-01"), Assert.IsType<InspectionCommand.Assign>(command).Deadline!.Day));
    }
}
