using ClusterActors.Activities;
using ClusterActors.Tests.Academy;
using static ClusterActors.Tests.Activities.ActivitiesStory;

namespace ClusterActors.Tests.Activities;

public sealed class ActivitiesDeciderTests
{
    private static readonly ActivitiesCommand.MoveActivity Later = new("talk-1", Host, Moment.Day("2020-06-27"), "Hội trường B", "Trùng lịch");
    private static readonly ActivitiesCommand CallOff = new ActivitiesCommand.CallOffActivity("talk-1", "Dịch bệnh");

    private static ActivitiesCommand.AnnounceParticipation Comes(string school, bool takesPart = true, string? comment = null) => new("talk-1", school, takesPart, comment);

    [Fact]
    public void the_campaign_of_its_year_and_nobody_else_opens_and_closes_and_tells_of_members()
    {
        var expect = new ActivitiesCommand.ExpectActivities(SampleRegulation.Activities, Officers, Roll);
        foreach (var actor in new[] { Who.Officer(Head), Who.Official, Who.Grain(new CampaignKey("8", 2021)), Who.Grain(new CampaignKey("9", 2020)) })
        {
            Nothing.When(actor, expect).Refused(RefusalCode.Forbidden);
            Expected.When(actor, new ActivitiesCommand.NoteMembers(Officers, Roll)).Refused(RefusalCode.Forbidden);
            Expected.When(actor, new ActivitiesCommand.CloseActivities()).Refused(RefusalCode.Forbidden);
        }

        Nothing.When(Campaign, expect).Events(new ActivitiesEvent.ActivitiesExpected("8", 2020, SampleRegulation.Activities, Officers, Roll));
        Expected.When(Campaign, expect).Refused(RefusalCode.AlreadyExists);
        Nothing.When(Who.Officer(Head), Talk).Refused(RefusalCode.NotFound);
    }

    [Fact]
    public void the_head_plans_whoever_hosts_and_a_deputy_what_itself_hosts()
    {
        Expected.When(Who.Officer(Head), Talk).Events(new ActivitiesEvent.ActivityPlanned("talk-1", "talk", "Trường chính trị chuẩn", Host, Day, "Hội trường A"));
        Expected.When(Who.Officer(Deputy), Sports).One<ActivitiesEvent.ActivityPlanned>();
        foreach (var actor in new[] { Who.Officer(Deputy), Who.Officer(Host), Who.Official, Who.Visitor(Head) })
            Expected.When(actor, Talk).Refused(RefusalCode.Forbidden);
        Expected.When(Who.Officer(Host), Sports).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void where_the_regulation_says_so_only_the_head_plans()
    {
        var strict = Nothing.And(Campaign, new ActivitiesCommand.ExpectActivities(SampleRegulation.Activities with { DeputiesPlan = new(false, "sample") }, Officers, Roll));

        strict.When(Who.Officer(Deputy), Sports).Refused(RefusalCode.Forbidden);
        strict.When(Who.Officer(Head), Sports).Accepted();
    }

    [Fact]
    public void an_activity_has_a_code_of_its_own_a_kind_of_the_regulation_a_host_among_the_members_and_a_day_in_the_year()
    {
        var head = Who.Officer(Head);
        Planned.When(head, Talk).Refused(RefusalCode.AlreadyExists);
        Expected.When(head, Talk with { Activity = "Talk 1" }).Refused(RefusalCode.CodeInvalid);
        Expected.When(head, Talk with { Kind = "picnic" }).Refused(RefusalCode.ActivityKindUnknown);
        Expected.When(head, Talk with { Title = " " }).Refused(RefusalCode.TextInvalid);
        Expected.When(head, Talk with { Place = "" }).Refused(RefusalCode.TextInvalid);
        Expected.When(head, Talk with { Host = "ca-mau" }).Refused(RefusalCode.NotAMember);
        Expected.When(head, Talk with { On = Moment.Day("2021-01-01") }).Refused(RefusalCode.DateInvalid);
    }

    [Fact]
    public void head_and_host_move_it_with_a_reason_and_the_head_alone_names_another_host()
    {
        foreach (var school in new[] { Head, Host })
            Planned.When(Who.Officer(school), Later).Events(new ActivitiesEvent.ActivityMoved("talk-1", Host, Later.On, "Hội trường B", "Trùng lịch"));
        Planned.When(Who.Officer(Deputy), Later).Refused(RefusalCode.Forbidden);
        Planned.When(Who.Officer(Host), Later with { Host = Member }).Refused(RefusalCode.Forbidden);

        var moved = Planned.And(Who.Officer(Head), Later with { Host = Member });
        Assert.Equal((Member, Later.On, "Trùng lịch"), (TalkOf(moved).Host, TalkOf(moved).On, Assert.Single(TalkOf(moved).Moves).Reason));
        moved.When(Who.Officer(Host), CallOff).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void a_move_names_an_activity_of_the_year_changes_something_and_says_why()
    {
        var host = Who.Officer(Host);
        Planned.When(host, Later with { Activity = "picnic" }).Refused(RefusalCode.ActivityUnknown);
        Planned.When(host, Later with { Reason = "" }).Refused(RefusalCode.TextInvalid);
        Planned.When(host, Later with { On = Moment.Day("2019-12-31") }).Refused(RefusalCode.DateInvalid);
        Planned.When(host, Later with { On = Day, Place = "Hội trường A" }).Refused(RefusalCode.AlreadyExists);
        Planned.When(Who.Officer(Head), Later with { Host = "ca-mau" }).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void each_member_says_for_itself_whether_it_comes_and_may_think_again()
    {
        Planned.When(Who.Officer(Head), Comes(Member)).Refused(RefusalCode.Forbidden);
        Planned.When(Who.Officer("ca-mau"), Comes("ca-mau")).Refused(RefusalCode.NotAMember);
        Planned.When(Who.Officer(Member), Comes(Member) with { Activity = "picnic" }).Refused(RefusalCode.ActivityUnknown);
        Planned.When(Who.Officer(Member), Comes(Member, comment: " ")).Refused(RefusalCode.TextInvalid);

        var coming = Planned.And(Who.Officer(Member), Comes(Member)).And(Who.Officer(Deputy), Comes(Deputy, false, "Bận họp"));
        coming.When(Who.Officer(Member), Comes(Member)).Refused(RefusalCode.AlreadyExists);
        Assert.Equal(
            [new Announcement(Member, false, null), new(Deputy, false, "Bận họp")], TalkOf(coming.And(Who.Officer(Member), Comes(Member, false))).Announcements);
    }

    [Fact]
    public void what_is_called_off_or_held_is_planned_no_more()
    {
        Planned.When(Who.Officer(Deputy), CallOff).Refused(RefusalCode.Forbidden);
        Planned.When(Who.Officer(Host), new ActivitiesCommand.CallOffActivity("picnic", "Mưa")).Refused(RefusalCode.ActivityUnknown);
        Planned.When(Who.Officer(Host), new ActivitiesCommand.CallOffActivity("talk-1", "")).Refused(RefusalCode.TextInvalid);

        var off = Planned.And(Who.Officer(Host), CallOff);
        Assert.Equal((ActivityStanding.CalledOff, "Dịch bệnh"), (TalkOf(off).Standing, TalkOf(off).CalledOff));
        off.When(Who.Officer(Host), Reported()).Refused(RefusalCode.ActivityOver);
        foreach (var over in new[] { off, Held })
        {
            over.When(Who.Officer(Host), Later).Refused(RefusalCode.ActivityOver);
            over.When(Who.Officer(Host), CallOff).Refused(RefusalCode.ActivityOver);
            over.When(Who.Officer(Member), Comes(Member)).Refused(RefusalCode.ActivityOver);
        }
    }

    [Fact]
    public void the_successor_of_a_merged_host_takes_over_what_is_still_to_come()
    {
        var merged = Planned.And(Who.Officer(Host), Comes(Host)).And(Campaign, Merged("moi", Head, Deputy, Member, "moi"));

        Assert.Equal("moi", TalkOf(merged).Host);
        Assert.Empty(TalkOf(merged).Announcements);
        merged.When(Who.Officer(Host), Later).Refused(RefusalCode.Forbidden);
        merged.When(Who.Officer("moi"), Later with { Host = "moi" }).Accepted();
        Assert.Equal(Host, TalkOf(Planned.And(Campaign, Merged("moi", Head, Deputy, Member, "moi")).And(Who.Officer("moi"), Reported())).Report!.Host);
    }

    [Fact]
    public void where_the_successor_is_no_member_the_head_names_another_host()
    {
        var merged = Planned.And(Campaign, Merged("ca-mau", Head, Deputy, Member));

        Assert.Null(TalkOf(merged).Host);
        merged.When(Who.Officer("ca-mau"), Later with { Host = "ca-mau" }).Refused(RefusalCode.Forbidden);
        Assert.Equal(Member, TalkOf(merged.And(Who.Officer(Head), Later with { Host = Member })).Host);
    }

    [Fact]
    public void what_was_held_stays_with_whoever_hosted_it() => Assert.Equal(Host, TalkOf(Held.And(Campaign, Merged("moi", Head, Deputy, Member, "moi"))).Host);

    [Fact]
    public void other_officers_go_on_with_what_is_planned()
    {
        var changed = Planned.And(Campaign, new ActivitiesCommand.NoteMembers(new(2020, Member, []), Roll));

        changed.When(Who.Officer(Head), Later).Refused(RefusalCode.Forbidden);
        changed.When(Who.Officer(Member), Later).Accepted();
        changed.When(Who.Officer(Deputy), Sports).Refused(RefusalCode.Forbidden);
    }

    [Fact]
    public void a_year_that_is_closed_takes_no_more()
    {
        foreach (var (school, command) in new (string, ActivitiesCommand)[]
        {
            (Head, Sports), (Head, Later), (Head, CallOff), (Host, Reported()), (Member, Comes(Member)), (Member, Practice), (Head, new ActivitiesCommand.AnswerPractice(Head, 1, true)),
        })
            Closed.When(Who.Officer(school), command).Refused(RefusalCode.WrongPhase);
        Closed.When(Campaign, new ActivitiesCommand.CloseActivities()).Refused(RefusalCode.WrongPhase);
        Closed.When(Campaign, new ActivitiesCommand.NoteMembers(Officers, Roll)).Accepted();
    }

    [Fact]
    public void a_reader_sees_activities_and_practices_in_their_order()
    {
        var view = Assert.IsType<ActivitiesView>(ActivitiesDecider.Aggregate.View(Held.And(Who.Officer(Deputy), Sports).And(Who.Officer(Member), Practice).State)!.Document);

        Assert.Equal([("talk-1", ActivityStanding.Held), ("sports", ActivityStanding.Planned)], view.Activities.Select(a => (a.Activity, a.Standing)));
        Assert.Equal([(1, Member)], view.Practices.Select(p => (p.Number, p.School)));
        Assert.Null(ActivitiesDecider.Aggregate.View(Nothing.State));
    }
}
