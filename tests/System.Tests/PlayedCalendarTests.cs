using System.Globalization;
using ClusterActors.Play.Data;

namespace ClusterActors.Tests;

/// <summary>The holidays of the played years, and that nothing which is invented happens on one.</summary>
public sealed class PlayedCalendarTests
{
    private const string InLieu = "Nghỉ bù";

    // First days of the lunar year by the calendar of Vietnam (UTC+7).
    private static readonly string[] NewYears =
    [
        "2015-02-19", "2016-02-08", "2017-01-28", "2018-02-16", "2019-02-05", "2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17",
    ];

    private static readonly DataFolder Files = new(SiloProcess.DataFiles);

    public static TheoryData<string> EachNewYear => [.. NewYears];

    [Theory]
    [MemberData(nameof(EachNewYear))]
    public void Tet_is_a_holiday_and_for_each_holiday_on_a_weekend_there_is_a_free_working_day(string newYear)
    {
        var holidays = HolidaysOf(Day(newYear).Year);
        var named = holidays.Where(h => !h.Name.StartsWith(InLieu, StringComparison.Ordinal)).SelectMany(Days).Order().ToList();
        var inLieu = holidays.Where(h => h.Name.StartsWith(InLieu, StringComparison.Ordinal)).SelectMany(Days).Order().ToList();
        Assert.Contains(Day(newYear), named);
        Assert.Equal(named.Distinct(), named);
        Assert.Equal(Day(newYear).Year < 2021 ? 10 : 11, named.Count);
        Assert.Equal(inLieu.Distinct(), inLieu);
        Assert.Equal(named.Count(IsWeekend), inLieu.Count);
        Assert.All(named.Where(IsWeekend).Zip(inLieu), pair => Assert.True(pair.Second > pair.First));
        Assert.DoesNotContain(inLieu, day => IsWeekend(day) || named.Contains(day));
    }

    [Fact]
    public void what_is_invented_happens_on_working_days()
    {
        var free = Enumerable.Range(2015, 13).SelectMany(HolidaysOf).SelectMany(Days).ToHashSet();
        var years = History.Load(Files, 2015, 2026).Years.Select(y => y.Year).ToList();
        string[] invented =
        [
            .. years.SelectMany(y => new[] { y.National.Guidance.IssuedOn, y.National.Awards.IssuedOn, y.National.Recognition.IssuedOn, y.National.HandoverOn }),
            .. years.SelectMany(y => y.Clusters).SelectMany(Invented),
        ];
        Assert.All(invented.Select(Day), day => Assert.False(IsWeekend(day) || free.Contains(day), $"{day:yyyy-MM-dd} is free."));
    }

    private static string[] Invented(ClusterYear year) =>
        [year.Sample.Pact.SignedOn, year.Sample.MidYearReview.HeldOn, year.Sample.Conference.SelfScoringOn, year.Sample.Conference.InspectionOn, year.Sample.Conference.HeldOn];

    private static List<(DateOnly First, DateOnly Last, string Name)> HolidaysOf(int year) =>
        [.. YearRegulations.Of(Files, year).Whole["calendar"]!["holidays"]!.AsArray().Select(h => (Day((string)h!["first"]!), Day((string)h["last"]!), (string)h["name"]!))];

    private static IEnumerable<DateOnly> Days((DateOnly First, DateOnly Last, string Name) holiday) =>
        Enumerable.Range(0, holiday.Last.DayNumber - holiday.First.DayNumber + 1).Select(holiday.First.AddDays);

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
