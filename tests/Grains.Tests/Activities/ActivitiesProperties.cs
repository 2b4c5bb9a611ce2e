using ClusterActors.Activities;
using ClusterActors.Clusters;
using ClusterActors.Journal;
using ClusterActors.Tests.Academy;
using FsCheck;
using FsCheck.Fluent;

namespace ClusterActors.Tests.Activities;

/// <summary>Whatever is planned, moved, said, reported and merged, in whatever order and by whomever.</summary>
public sealed class ActivitiesProperties
{
    private static readonly string[] Schools = ["a", "b", "c", "d", "e"];
    private static readonly Actor Campaign = Who.Grain(new CampaignKey("8", 2020));

    private static readonly Gen<string> School = Gen.Elements(Schools);
    private static readonly Gen<string> Code = Gen.Elements("one", "two");
    private static readonly Gen<DateOnly> Day = from days in Gen.Choose(0, 365) select new DateOnly(2020, 1, 1).AddDays(days);

    private static readonly Gen<(Actor Actor, ActivitiesCommand Command)> Steps = Gen.OneOf(
        ByAnyone(from code in Code from host in School from day in Day select (ActivitiesCommand)new ActivitiesCommand.PlanActivity(code, "sports", "Hội thao", host, day, "Sân")),
        ByAnyone(from code in Code from host in School from day in Day select (ActivitiesCommand)new ActivitiesCommand.MoveActivity(code, host, day, "Nhà", "Mưa")),
        ByAnyone(from code in Code from school in School from comes in Gen.Elements(true, false) select (ActivitiesCommand)new ActivitiesCommand.AnnounceParticipation(code, school, comes)),
        ByAnyone(from code in Code from host in School from day in Day select (ActivitiesCommand)new ActivitiesCommand.ReportActivity(code, new(host, day, [host], "Tốt", null, [new(host, 1)], "Lại"))),
        ByAnyone(from code in Code from off in Gen.Choose(1, 4) select off > 1 ? new ActivitiesCommand.SharePractice("b", "Mẫu", "Hay", null, code) : (ActivitiesCommand)new ActivitiesCommand.CallOffActivity(code, "Bão")),
        ByAnyone(from school in School from number in Gen.Choose(1, 3) from adopts in Gen.Elements(true, false) select (ActivitiesCommand)new ActivitiesCommand.AnswerPractice(school, number, adopts)),
        from left in Gen.Elements("c", "d", "e")
        from heir in School
        from day in Day
        select (Campaign, (ActivitiesCommand)new ActivitiesCommand.NoteMembers(
            new(2020, "a", ["b"]), Schools.Where(s => s != left).ToEquatableList(), left == heir ? null : new([left], heir, day))));

    private static Gen<(Actor Actor, ActivitiesCommand Command)> ByAnyone(Gen<ActivitiesCommand> commands) =>
        from command in commands
        from school in School
        select (Who.Officer(school), command);

    [Fact]
    public void hosts_are_members_what_is_over_stays_over_and_every_report_and_answer_is_of_who_may() => Property.Holds(
        Gen.ArrayOf(Steps, 60),
        steps =>
        {
            ActivitiesState state = new ActivitiesState.Expected(new("8", 2020), SampleRegulation.Activities, new(2020, "a", ["b"]), [.. Schools]);
            foreach (var (actor, command) in steps)
            {
                if (ActivitiesDecider.Decide(state, command, new("activities:8:2020", actor, Moment.Default)) is not Decision<ActivitiesEvent>.Accept { Events: [var e] })
                    continue;
                var (before, after) = ((ActivitiesState.Expected)state, (ActivitiesState.Expected)ActivitiesState.Evolve(state, e));
                foreach (var old in before.Activities.Where(a => a.Standing != ActivityStanding.Planned))
                {
                    var now = after.ActivityOf(old.Activity)!;
                    Assert.Equal((old.Standing, old.Host, old.CalledOff), (now.Standing, now.Host, now.CalledOff));
                }

                if (command is ActivitiesCommand.NoteMembers { Departure: not null })
                    Assert.All(after.Activities.Where(a => a.Standing == ActivityStanding.Planned && a.Host is not null && before.Roll.Contains(a.Host)), a => Assert.Contains(a.Host!, after.Roll));
                if (e is ActivitiesEvent.ActivityReported reported)
                    Assert.True(Rights(actor) == "a" || Rights(actor) == before.ActivityOf(reported.Activity)!.Host, $"{actor} has reported {reported}");
                Assert.All(after.Practices, p => Assert.DoesNotContain(p.Answers, answer => answer.School == p.School));
                Assert.Equal(after.Practices.Select(p => p.Number), Enumerable.Range(1, after.Practices.Count));
                state = after;
            }
        },
        100);

    private static string Rights(Actor actor) => SchoolKey.Parse(actor.Unit).Code;
}
