using ClusterActors.PlayClocks;
using Clock0 = ClusterActors.Tests.Given<ClusterActors.PlayClocks.PlayClockState, ClusterActors.PlayClocks.PlayClockCommand, ClusterActors.PlayClocks.PlayClockEvent>;

namespace ClusterActors.Tests.PlayClocks;

public sealed class PlayClockDeciderTests
{
    private static readonly DateTimeOffset Noon = Moment.Noon("2020-02-24");

    private static Clock0 Unset => Given.Nothing(PlayClockDecider.Aggregate, PlayClockKey.Only);

    private static Clock0 At(DateTimeOffset now) => Unset.And(Who.Official, new PlayClockCommand.MoveClock(now));

    [Fact]
    public void an_official_sets_the_clock() =>
        Unset.When(Who.Official, new PlayClockCommand.MoveClock(Noon)).Events(new PlayClockEvent.ClockMoved(Noon));

    [Fact]
    public void the_clock_goes_forward_and_may_stand() =>
        At(Noon).And(Who.Official, new PlayClockCommand.MoveClock(Noon)).And(Who.Official, new PlayClockCommand.MoveClock(Noon.AddMilliseconds(1)));

    [Fact]
    public void the_clock_does_not_go_back() =>
        At(Noon).When(Who.Official, new PlayClockCommand.MoveClock(Noon.AddMilliseconds(-1))).Refused(RefusalCode.ClockBackwards);

    [Fact]
    public void the_clock_takes_whole_milliseconds_of_utc()
    {
        Unset.When(Who.Official, new PlayClockCommand.MoveClock(Noon.AddTicks(1))).Refused(RefusalCode.DateInvalid);
        Unset.When(Who.Official, new PlayClockCommand.MoveClock(Noon.ToOffset(TimeSpan.FromHours(7)))).Refused(RefusalCode.DateInvalid);
    }

    /// <summary>Every later decision asks for the day in Vietnam, which the last hours of the calendar do not have.</summary>
    [Fact]
    public void the_clock_does_not_go_where_there_are_no_days_left() =>
        Unset.When(Who.Official, new PlayClockCommand.MoveClock(new(9999, 12, 31, 23, 0, 0, TimeSpan.Zero))).Refused(RefusalCode.DateInvalid);

    [Fact]
    public void nobody_else_moves_the_clock()
    {
        foreach (var other in new[] { Who.Principal("tay-ninh"), Who.Grain(PlayClockKey.Only), Who.Grain(AcademyKey.National) })
            Unset.When(other, new PlayClockCommand.MoveClock(Noon)).Refused(RefusalCode.Forbidden);
    }
}
