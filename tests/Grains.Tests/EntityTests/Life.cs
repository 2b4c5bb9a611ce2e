using ClusterActors.Journal;
using ClusterActors.Schools;

namespace ClusterActors.Tests.EntityTests;

/// <summary>One activation of a school's grain, and its hands on clock and journal.</summary>
internal sealed class Life : IActivation
{
    private readonly Entity<SchoolState, SchoolCommand, SchoolEvent> entity;

    public Life(TestJournal journal, SettableTime time, string key = "school:tay-ninh", ISnapshots? snapshots = null)
    {
        Key = key;
        entity = new(SchoolDecider.Aggregate, this, journal, snapshots ?? new NoSnapshots(), new WallClock(time));
    }

    public string Key { get; }

    public int Drops { get; private set; }

    public void Drop() => Drops++;

    public Task<Answer> Register(string operation = "register") =>
        Tell(operation, Who.Grain(AcademyKey.National), new SchoolCommand.Register("Trường Chính trị tỉnh Tây Ninh", "Tây Ninh"));

    public Task<Answer> Appoint(string operation, string person, Actor? actor = null, string role = Role.Principal) =>
        Tell(operation, actor ?? Who.Official, new SchoolCommand.Appoint(person, role));

    public Task<Answer> Tell(string operation, Actor actor, SchoolCommand command) => entity.Tell(new(operation, actor, command));

    public Task<Answer> Settle(StepOutcome outcome) => entity.Settle(outcome);
}

internal sealed class SettableTime : TimeProvider
{
    public DateTimeOffset Now { get; set; } = Moment.Default;

    public override DateTimeOffset GetUtcNow() => Now;
}

internal static class Answers
{
    public static long Accepted(this Answer answer)
    {
        Assert.True(answer is Answer.Accepted, $"Expected an acceptance, got {answer}.");
        return answer.Version;
    }

    public static Answer.Refused Refused(this Answer answer, string code)
    {
        var refused = answer as Answer.Refused;
        Assert.True(refused is not null, $"Expected the refusal {code}, got {answer}.");
        Assert.Equal(code, refused.Code);
        return refused;
    }
}
