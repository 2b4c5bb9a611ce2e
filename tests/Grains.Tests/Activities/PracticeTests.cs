using ClusterActors.Activities;
using static ClusterActors.Tests.Activities.ActivitiesStory;
using Activities0 = ClusterActors.Tests.Given<ClusterActors.Activities.ActivitiesState, ClusterActors.Activities.ActivitiesCommand, ClusterActors.Activities.ActivitiesEvent>;

namespace ClusterActors.Tests.Activities;

/// <summary>Good practice that "dong-nai" shares and others adopt.</summary>
public sealed class PracticeTests
{
    private static Activities0 Shared => Held.And(Who.Officer(Member), Practice);

    private static ActivitiesCommand Answer(string school, bool adopts, string? comment = null, int practice = 1) => new ActivitiesCommand.AnswerPractice(school, practice, adopts, comment);

    [Fact]
    public void a_member_shares_what_it_does_well_and_practices_are_numbered()
    {
        Held.When(Who.Officer(Member), Practice).Events(new ActivitiesEvent.PracticeShared(1, Member, "Tập thể kiểu mẫu", "Cách làm hay", "01/BC", null));
        Assert.Equal(2, Shared.When(Who.Officer(Host), Practice with { School = Host, Document = null, Activity = "talk-1" }).One<ActivitiesEvent.PracticeShared>().Practice);
        Held.When(Who.Officer(Head), Practice).Refused(RefusalCode.Forbidden);
        Held.When(Who.Officer("ca-mau"), Practice with { School = "ca-mau" }).Refused(RefusalCode.NotAMember);
    }

    [Fact]
    public void a_practice_has_a_title_and_a_summary_and_came_out_of_an_activity_of_the_year_if_of_any()
    {
        foreach (var wrong in new[] { Practice with { Title = "" }, Practice with { Summary = " " }, Practice with { Document = "" } })
            Held.When(Who.Officer(Member), wrong).Refused(RefusalCode.TextInvalid);
        Held.When(Who.Officer(Member), Practice with { Activity = "picnic" }).Refused(RefusalCode.ActivityUnknown);
    }

    [Fact]
    public void others_take_note_and_may_adopt_it_later()
    {
        var noted = Shared.And(Who.Officer(Host), Answer(Host, adopts: false));
        noted.When(Who.Officer(Host), Answer(Host, adopts: false)).Refused(RefusalCode.AlreadyExists);

        var adopted = noted.And(Who.Officer(Host), Answer(Host, adopts: true, "Từ học kỳ tới"));
        Assert.Equal([new PracticeAnswer(Host, true, "Từ học kỳ tới")], Assert.Single(StateOf(adopted).Practices).Answers);
    }

    [Fact]
    public void only_another_member_answers_and_only_to_what_is_shared()
    {
        Shared.When(Who.Officer(Member), Answer(Member, adopts: true)).Refused(RefusalCode.AlreadyExists);
        Shared.When(Who.Officer(Head), Answer(Host, adopts: true)).Refused(RefusalCode.Forbidden);
        Shared.When(Who.Officer("ca-mau"), Answer("ca-mau", adopts: true)).Refused(RefusalCode.NotAMember);
        Shared.When(Who.Officer(Host), Answer(Host, adopts: true, practice: 2)).Refused(RefusalCode.PracticeUnknown);
        Shared.When(Who.Officer(Host), Answer(Host, adopts: true, " ")).Refused(RefusalCode.TextInvalid);
    }
}
