using System.Text;
using System.Text.Json.Nodes;
using ClusterActors.Academy;
using ClusterActors.Campaigns;
using ClusterActors.Inboxes;
using ClusterActors.Inspections;
using ClusterActors.Tests.Academy;
using ClusterActors.Tests.Campaigns;
using FsCheck;
using FsCheck.Fluent;
using static ClusterActors.Tests.Academy.SampleRegulation;
using static ClusterActors.Tests.Campaigns.CampaignStory;
using Campaign0 = ClusterActors.Tests.Given<ClusterActors.Campaigns.CampaignState, ClusterActors.Campaigns.CampaignCommand, ClusterActors.Campaigns.CampaignEvent>;

namespace ClusterActors.Tests.Inboxes;

public sealed class DutyTests
{
    private static readonly Regulation Reminding = Of(2020) with
    {
        Deadlines =
        [
            Deadline(Step.PactSignature, "2020-03-31", DeadlineEffect.MarkLate),
            Deadline(Step.SelfScores, "2021-04-15", DeadlineEffect.Refuse),
            Deadline(Step.Findings, "2021-05-01", DeadlineEffect.MarkLate),
        ],
        Reminders = new(Sourced<EquatableList<int>>([1, 7, 3])),
    };

    private static readonly InspectionView Waiting = new(
        "8", 2020, "tay-ninh", InspectionStage.Assigned, ["binh-duong", "dong-nai"], [], [], 0, null, null, false, Deadline(Step.Findings, "2021-05-04", DeadlineEffect.MarkLate));

    private static CampaignView ViewOf(Campaign0 given) => Assert.IsType<CampaignView>(CampaignDecider.Aggregate.View(given.State)!.Document);

    private static IReadOnlyList<Duty> DutiesAt(Phase phase, params InspectionView[] inspections) => Duty.Of(ViewOf(At(phase, Reminding)), inspections);

    private static IEnumerable<string> Schools(IEnumerable<Duty> duties, DutyKind kind) => duties.Where(d => d.Kind == kind).Select(d => d.School);

    private static IEnumerable<string> InOrder(IEnumerable<string> schools) => schools.Order(StringComparer.Ordinal);

    private static InboxItem ItemOn(string today, Campaign0 given, params Reminder[] acknowledged)
    {
        var view = ViewOf(given);
        return InboxItem.On(Moment.Day(today), Duty.Of(view, []).First(d => d.Kind == DutyKind.SelfScores), view.RemindBefore!, acknowledged);
    }

    [Fact]
    public void who_has_not_signed_and_who_has_not_handed_in_its_sheet_is_to_do_so()
    {
        Assert.Equal(["dong-nai", "tay-ninh"], Schools(DutiesAt(Phase.Running), DutyKind.PactSignature));
        Assert.Equal(InOrder(Roll), Schools(DutiesAt(Phase.SelfScoring), DutyKind.SelfScores));
        var handedIn = At(Phase.SelfScoring, Reminding).And(Who.Officer("tay-ninh"), new CampaignCommand.SubmitSelfScores("tay-ninh", SheetOf("tay-ninh")));
        Assert.Equal(InOrder(Roll.Where(s => s != "tay-ninh")), Schools(Duty.Of(ViewOf(handedIn), []), DutyKind.SelfScores));
    }

    [Fact]
    public void what_the_year_has_gone_past_is_nobodys_duty_any_more()
    {
        Assert.Empty(Schools(DutiesAt(Phase.SelfScoring), DutyKind.PactSignature));
        Assert.Empty(DutiesAt(Phase.Drawing));
        Assert.Empty(DutiesAt(Phase.Ranked, Waiting));
    }

    [Fact]
    public void every_inspector_is_to_record_findings_until_the_team_has_and_then_the_school_is_to_answer()
    {
        var found = Waiting with { School = "binh-thuan", Stage = InspectionStage.Found, AnswerBy = Moment.Day("2021-05-06") };
        var concluded = Waiting with { School = "ninh-thuan", Stage = InspectionStage.Concluded };
        Assert.Equal(
            [("binh-duong", DutyKind.Findings, "tay-ninh", "2021-05-04"), ("binh-thuan", DutyKind.Answer, "binh-thuan", "2021-05-06"), ("dong-nai", DutyKind.Findings, "tay-ninh", "2021-05-04")],
            DutiesAt(Phase.CrossInspection, Waiting, found, concluded).Select(d => (d.School, d.Kind, d.Inspected!, d.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Empty(DutiesAt(Phase.CrossInspection, found with { AnswerBy = null }, Waiting with { Deadline = null }));
    }

    [Fact]
    public void a_school_is_reminded_before_the_deadline_as_the_regulation_says_and_anew_when_it_is_extended()
    {
        var given = At(Phase.SelfScoring, Reminding);
        Assert.Equal([Moment.Day("2021-04-08"), Moment.Day("2021-04-12"), Moment.Day("2021-04-14")], ItemOn("2021-04-01", given).RemindOn);
        var extended = given.And(Who.Official, new CampaignCommand.ExtendDeadline(Step.SelfScores, Moment.Day("2021-04-20"), "Bão số 9"));
        Assert.Equal([Moment.Day("2021-04-13"), Moment.Day("2021-04-17"), Moment.Day("2021-04-19")], ItemOn("2021-04-01", extended).RemindOn);
        Assert.Empty(ItemOn("2021-04-01", At(Phase.SelfScoring, Reminding with { Reminders = null })).RemindOn);
    }

    [Fact]
    public void an_acknowledged_reminder_is_the_one_of_that_day_and_deadline_alone()
    {
        var given = At(Phase.SelfScoring, Reminding);
        var first = ItemOn("2021-04-08", given);
        var taken = new Reminder(first.Duty, first.Reminded!.Value);
        Assert.False(first.Acknowledged);
        Assert.True(ItemOn("2021-04-08", given, taken).Acknowledged);
        Assert.True(ItemOn("2021-04-11", given, taken).Acknowledged);
        Assert.False(ItemOn("2021-04-12", given, taken).Acknowledged);
        var extended = given.And(Who.Official, new CampaignCommand.ExtendDeadline(Step.SelfScores, Moment.Day("2021-04-20"), "Bão số 9"));
        Assert.False(ItemOn("2021-04-13", extended, taken).Acknowledged);
    }

    [Theory]
    [InlineData("2021-04-07", null, 8, 0)]
    [InlineData("2021-04-08", "2021-04-08", 7, 0)]
    [InlineData("2021-04-13", "2021-04-12", 2, 0)]
    [InlineData("2021-04-15", "2021-04-14", 0, 0)]
    [InlineData("2021-04-17", "2021-04-14", 0, 2)]
    public void an_inbox_shows_the_latest_reminder_and_how_many_days_are_left(string today, string? reminded, int left, int late)
    {
        var item = ItemOn(today, At(Phase.SelfScoring, Reminding));
        Assert.Equal((reminded is null ? (DateOnly?)null : Moment.Day(reminded), left, late), (item.Reminded, item.DaysLeft, item.DaysLate));
    }

    [Fact]
    public void a_row_from_before_there_were_reminders_is_read()
    {
        var row = JsonNode.Parse(CanonicalJson.Write(ViewOf(At(Phase.SelfScoring, Reminding))))!.AsObject();
        Assert.True(row.Remove("remindBefore"));
        var read = CanonicalJson.Read<CampaignView>(Encoding.UTF8.GetBytes(row.ToJsonString()));
        Assert.Null(read.RemindBefore);
        Assert.Equal(Roll.Count, Duty.Of(read, []).Count);
    }

    private sealed record Asked(EquatableList<int> Days, int Today, int Extended);

    private static readonly Gen<Asked> Asks =
        from days in Gen.SubListOf(Enumerable.Range(0, 61))
        from today in Gen.Choose(-80, 30)
        from extended in Gen.Choose(0, 40)
        select new Asked(days.Take(10).ToEquatableList(), today, extended);

    [Fact]
    public void whoever_asks_each_day_meets_every_reminder_once_and_none_after_it_is_acknowledged() => Property.Holds(Asks, asked =>
    {
        var duty = new Duty("8", 2020, "tay-ninh", DutyKind.SelfScores, null, Moment.Day("2020-10-20"));
        var acknowledged = new List<Reminder>();
        for (var day = -80; day <= asked.Today; day++)
        {
            var item = InboxItem.On(duty.Day.AddDays(day), duty, asked.Days, acknowledged);
            Assert.Equal((Math.Max(0, -day), Math.Max(0, day)), (item.DaysLeft, item.DaysLate));
            if (item is { Reminded: { } on, Acknowledged: false })
                acknowledged.Add(new(item.Duty, on));
        }

        Assert.Equal(asked.Days.Where(before => -before <= asked.Today).Select(before => duty.Day.AddDays(-before)).Order(), acknowledged.Select(r => r.On));
        var later = duty with { Day = duty.Day.AddDays(1 + asked.Extended) };
        Assert.False(InboxItem.On(duty.Day.AddDays(asked.Today), later, asked.Days, acknowledged).Acknowledged);
    });
}
