using ClusterActors.Activities;
using ClusterActors.Statistics;
using static ClusterActors.Tests.Activities.ActivitiesStory;
using Activities0 = ClusterActors.Tests.Given<ClusterActors.Activities.ActivitiesState, ClusterActors.Activities.ActivitiesCommand, ClusterActors.Activities.ActivitiesEvent>;

namespace ClusterActors.Tests.Activities;

/// <summary>How an activity went.</summary>
public sealed class ReportTests
{
    private static readonly ActivityReport OfSports = new(Deputy, Moment.Day("2020-09-20"), [Deputy, Host], "Vui khỏe", new(150, Qualifier.About), [new(Host, 1), new(Deputy, null, "Giải Ba")]);

    private static Activities0 Meeting => Expected.And(Who.Officer(Deputy), Sports);

    [Fact]
    public void head_and_host_report_it_and_no_other_school()
    {
        foreach (var school in new[] { Head, Host })
            Planned.When(Who.Officer(school), Reported()).Events(new ActivitiesEvent.ActivityReported("talk-1", Report));
        Planned.When(Who.Officer(Deputy), Reported()).Refused(RefusalCode.Forbidden);
        Planned.When(Who.Official, Reported()).Refused(RefusalCode.Forbidden);
        Planned.When(Who.Officer(Head), Reported(activity: "picnic")).Refused(RefusalCode.ActivityUnknown);
    }

    [Fact]
    public void it_was_held_on_a_day_of_the_year_that_is_past()
    {
        Planned.When(Who.Officer(Host), Reported(), Moment.Noon("2020-06-19")).Refused(RefusalCode.DateInvalid);
        Planned.When(Who.Officer(Host), Reported(), Moment.Noon("2020-06-20")).Accepted();
        Planned.When(Who.Officer(Host), Reported(Report with { HeldOn = Moment.Day("2021-01-02") })).Refused(RefusalCode.DateInvalid);
    }

    [Fact]
    public void members_of_that_day_took_part_also_those_that_were_merged_since()
    {
        Planned.When(Who.Officer(Host), Reported(Report with { Schools = [] })).Refused(RefusalCode.MembersInvalid);
        Planned.When(Who.Officer(Host), Reported(Report with { Schools = [Head, Head] })).Refused(RefusalCode.MembersInvalid);
        Planned.When(Who.Officer(Host), Reported(Report with { Schools = [Head, "ca-mau"] })).Refused(RefusalCode.NotAMember);
        Planned.When(Who.Officer(Host), Reported(Report with { Host = "ca-mau" })).Refused(RefusalCode.NotAMember);

        var merged = Planned.And(Campaign, Merged("ca-mau", Head, Deputy, Member));
        merged.When(Who.Officer(Head), Reported()).Accepted();
        merged.When(Who.Officer(Head), Reported(Report with { HeldOn = Moment.Day("2020-07-01") })).Refused(RefusalCode.NotAMember);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void people_who_took_part_are_one_at_least_and_no_more_than_a_million(int number) =>
        Planned.When(Who.Officer(Host), Reported(Report with { Participants = new(number, Qualifier.Exact) })).Refused(RefusalCode.ParticipantsInvalid);

    [Fact]
    public void an_outcome_is_told() => Planned.When(Who.Officer(Host), Reported(Report with { Outcome = "" })).Refused(RefusalCode.TextInvalid);

    [Fact]
    public void a_contest_gives_places_and_prizes_to_schools_that_took_part()
    {
        Meeting.When(Who.Officer(Deputy), Reported(OfSports, "sports")).One<ActivitiesEvent.ActivityReported>();
        foreach (var wrong in new EquatableList<ContestResult>[]
        {
            [new(Head, 1)], [new(Host)], [new(Host, 0)], [new(Host, 1001)], [new(Host, 1), new(Host, 1)],
        })
            Meeting.When(Who.Officer(Deputy), Reported(OfSports with { Results = wrong }, "sports")).Refused(RefusalCode.ResultsInvalid);
        Meeting.When(Who.Officer(Deputy), Reported(OfSports with { Results = [new(Host, null, " ")] }, "sports")).Refused(RefusalCode.TextInvalid);
        Planned.When(Who.Officer(Host), Reported(Report with { Results = [new(Host, 1)] })).Refused(RefusalCode.ResultsInvalid);
    }

    [Fact]
    public void it_is_reported_anew_with_a_reason()
    {
        Held.When(Who.Officer(Host), Reported(Report with { Outcome = "Khác" })).Refused(RefusalCode.ReasonRequired);

        var again = Held.And(Who.Officer(Host), Reported(Report with { Participants = new(120, Qualifier.MoreThan), Reason = "Bổ sung" }));
        Assert.Equal(new Participants(120, Qualifier.MoreThan), TalkOf(again).Report!.Participants);
    }
}
