using ClusterActors.Academy;
using FsCheck.Fluent;
using static ClusterActors.Tests.Academy.SampleRegulation;

namespace ClusterActors.Tests.Academy;

public sealed class WorkingDaysTests
{
    /// <summary>Tết of 2020, with a Saturday on which people worked; weeks of five days.</summary>
    private static Calendar Tet(RestDayPolicy policy) => new(
        Sourced<EquatableList<Weekday>>([Weekday.Saturday, Weekday.Sunday]),
        Sourced(policy),
        [new(Moment.Day("2020-01-23"), Moment.Day("2020-01-29"), "Tết Nguyên đán", "sample regulation")],
        [new(Moment.Day("2020-02-01"), "sample regulation")]);

    [Theory]
    [InlineData("2020-01-22", true)]
    [InlineData("2020-01-23", false)]
    [InlineData("2020-01-29", false)]
    [InlineData("2020-01-30", true)]
    [InlineData("2020-02-01", true)]
    [InlineData("2020-02-02", false)]
    [InlineData("2020-02-08", false)]
    public void nobody_works_on_days_of_rest_and_holidays_but_on_those_that_were_exchanged(string day, bool works) =>
        Assert.Equal(works, Tet(RestDayPolicy.Stay).IsWorkingDay(Moment.Day(day)));

    [Theory]
    [InlineData(RestDayPolicy.Stay, "2020-01-25", "2020-01-25")]
    [InlineData(RestDayPolicy.Next, "2020-01-25", "2020-01-30")]
    [InlineData(RestDayPolicy.Previous, "2020-01-25", "2020-01-22")]
    [InlineData(RestDayPolicy.Next, "2020-01-22", "2020-01-22")]
    [InlineData(RestDayPolicy.Next, "2020-02-01", "2020-02-01")]
    [InlineData(RestDayPolicy.Next, "2020-02-08", "2020-02-10")]
    [InlineData(RestDayPolicy.Previous, "2020-02-09", "2020-02-07")]
    public void a_deadline_on_a_day_of_rest_goes_where_the_policy_says(RestDayPolicy policy, string day, string expected) =>
        Assert.Equal(Moment.Day(expected), Tet(policy).Settled(Moment.Day(day)));

    [Theory]
    [InlineData(DayCount.Calendar, 1, "2020-01-23")]
    [InlineData(DayCount.Working, 1, "2020-01-30")]
    [InlineData(DayCount.Working, 3, "2020-02-01")]
    [InlineData(DayCount.Working, 4, "2020-02-03")]
    [InlineData(DayCount.Working, 0, "2020-01-22")]
    public void days_are_counted_from_the_next_one_on(DayCount count, int days, string expected) =>
        Assert.Equal(Moment.Day(expected), Tet(RestDayPolicy.Stay).After(Moment.Day("2020-01-22"), days, count));

    [Fact]
    public void without_a_calendar_every_day_is_a_working_day()
    {
        Calendar? none = null;
        Assert.Equal(Moment.Day("2020-01-25"), none.Settled(Moment.Day("2020-01-25")));
        Assert.Equal(Moment.Day("2020-01-29"), none.After(Moment.Day("2020-01-22"), 7, DayCount.Working));
    }

    private sealed record Case(Calendar Calendar, DateOnly Day, int Days);

    private static readonly FsCheck.Gen<DateOnly> Dates = Gen.Choose(0, 730).Select(i => Moment.Day("2020-01-01").AddDays(i));

    private static readonly FsCheck.Gen<Case> Cases =
        from rest in Gen.SubListOf(Enum.GetValues<Weekday>())
        from policy in Gen.Elements(Enum.GetValues<RestDayPolicy>())
        from holidays in Gen.ListOf(from first in Dates from length in Gen.Choose(0, 9) select new Holiday(first, first.AddDays(length), "Tết", "sample"), 5)
        from worked in Gen.ListOf(Dates, 5)
        from day in Dates
        from days in Gen.Choose(0, 40)
        select new Case(
            new(Sourced(rest.Take(3).ToEquatableList()), Sourced(policy), holidays.ToEquatableList(), worked.Distinct().Select(w => new WorkingDay(w, "sample")).ToEquatableList()), day, days);

    [Fact]
    public void a_settled_deadline_stays_where_it_is() =>
        Property.Holds(Cases, c => Assert.Equal(c.Calendar.Settled(c.Day), c.Calendar.Settled(c.Calendar.Settled(c.Day))));

    [Fact]
    public void a_deadline_goes_to_the_nearest_working_day_in_its_direction() => Property.Holds(Cases, c =>
    {
        var settled = c.Calendar.Settled(c.Day);
        if (c.Calendar.OnRestDay.Value == RestDayPolicy.Stay || c.Calendar.IsWorkingDay(c.Day))
            Assert.Equal(c.Day, settled);
        else
            Assert.Equal(c.Calendar.OnRestDay.Value == RestDayPolicy.Next, settled > c.Day);
        Assert.True(c.Calendar.OnRestDay.Value == RestDayPolicy.Stay || c.Calendar.IsWorkingDay(settled));
        var passedOver = Enumerable.Range(1, Math.Max(0, Math.Abs(settled.DayNumber - c.Day.DayNumber) - 1)).Select(i => DateOnly.FromDayNumber(Math.Min(settled.DayNumber, c.Day.DayNumber) + i));
        Assert.DoesNotContain(passedOver, c.Calendar.IsWorkingDay);
    });

    [Fact]
    public void of_the_days_after_a_day_exactly_as_many_are_working_days_and_the_last_is_one() => Property.Holds(Cases, c =>
    {
        var last = c.Calendar.After(c.Day, c.Days, DayCount.Working);
        Assert.Equal(c.Days, Enumerable.Range(c.Day.DayNumber + 1, last.DayNumber - c.Day.DayNumber).Count(n => c.Calendar.IsWorkingDay(DateOnly.FromDayNumber(n))));
        Assert.True(c.Days == 0 || c.Calendar.IsWorkingDay(last));
    });

    [Fact]
    public void a_later_deadline_never_goes_before_an_earlier_one() => Property.Holds(Cases, c =>
        Assert.True(c.Calendar.Settled(c.Day) <= c.Calendar.Settled(c.Day.AddDays(c.Days))));
}
