using ClusterActors.Inboxes;
using Inbox0 = ClusterActors.Tests.Given<ClusterActors.Inboxes.InboxState, ClusterActors.Inboxes.InboxCommand, ClusterActors.Inboxes.InboxEvent>;

namespace ClusterActors.Tests.Inboxes;

public sealed class InboxDeciderTests
{
    private static readonly Reminder Reminder = new(new("8", 2020, "tay-ninh", DutyKind.Findings, "dong-nai", Moment.Day("2020-11-10")), Moment.Day("2020-11-03"));

    private static readonly InboxCommand.Acknowledge Acknowledge = new(Reminder);

    private static Inbox0 OfSchool => Given.Nothing(InboxDecider.Aggregate, InboxKey.Of(new SchoolKey("tay-ninh")));

    private static Inbox0 OfAcademy => Given.Nothing(InboxDecider.Aggregate, InboxKey.Of(AcademyKey.National));

    [Fact]
    public void the_people_of_a_school_acknowledge_its_reminders_and_each_once()
    {
        var after = OfSchool.When(Who.Officer("tay-ninh"), Acknowledge).Events(new InboxEvent.ReminderAcknowledged("school:tay-ninh", Reminder));
        after.When(Who.Principal("tay-ninh"), Acknowledge).Refused(RefusalCode.AlreadyExists);
        var next = new InboxCommand.Acknowledge(Reminder with { On = Moment.Day("2020-11-07") });
        var view = Assert.IsType<InboxView>(InboxDecider.Aggregate.View(after.And(Who.Officer("tay-ninh"), next).State)!.Document);
        Assert.Equal(("school:tay-ninh", [Reminder, next.Reminder]), (view.Owner, view.Acknowledged));
    }

    [Fact]
    public void officials_acknowledge_in_the_Academys_inbox_whatever_the_school() =>
        OfAcademy.When(Who.Official, Acknowledge).Events(new InboxEvent.ReminderAcknowledged("academy:vn", Reminder));

    [Fact]
    public void nobody_acknowledges_for_others()
    {
        foreach (var actor in new[] { Who.Official, Who.Officer("dong-nai"), Who.Visitor("tay-ninh"), Who.Grain(new SchoolKey("tay-ninh")) })
            OfSchool.When(actor, Acknowledge).Refused(RefusalCode.Forbidden);
        OfAcademy.When(Who.Officer("tay-ninh"), Acknowledge).Refused(RefusalCode.Forbidden);
        OfSchool.When(Who.Officer("tay-ninh"), new InboxCommand.Acknowledge(Reminder with { Duty = Reminder.Duty with { School = "dong-nai" } })).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void what_is_no_reminder_is_not_acknowledged()
    {
        (Reminder, string)[] wrong =
        [
            (Reminder with { Duty = Reminder.Duty with { Cluster = "Cụm 8" } }, RefusalCode.CodeInvalid),
            (Reminder with { Duty = Reminder.Duty with { Inspected = "" } }, RefusalCode.CodeInvalid),
            (Reminder with { Duty = Reminder.Duty with { Year = 1999 } }, RefusalCode.YearInvalid),
            (Reminder with { On = Moment.Day("2020-11-11") }, RefusalCode.DateInvalid),
        ];
        foreach (var (reminder, code) in wrong)
            OfSchool.When(Who.Officer("tay-ninh"), new InboxCommand.Acknowledge(reminder)).Refused(code);
        OfSchool.When(Who.Officer("tay-ninh"), Acknowledge, Moment.Noon("2020-11-02")).Refused(RefusalCode.DateInvalid);
    }
}
