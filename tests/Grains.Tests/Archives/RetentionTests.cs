using ClusterActors.Silo.Archives;

namespace ClusterActors.Tests.Archives;

/// <summary>The year 2020 was closed on 25 February 2021, with two awards.</summary>
public sealed class RetentionTests
{
    private static readonly Retention Periods = new(new(5, "sample"), new(12, "sample"));

    [Theory]
    [InlineData("2033-02-25", false)]
    [InlineData("2033-02-26", true)]
    public async Task a_closed_year_is_due_on_the_day_after_its_period(string day, bool due)
    {
        var found = await Periods.DueAsync(await ClosedYear.PlayAsync(), Moment.Day(day), CancellationToken.None);
        Assert.Equal(due ? ["8 2020: closed on 2021-02-25, to be kept until 2033-02-25 (12 years: sample)"] : [], found.Select(year => year.ToString()));
    }

    [Fact]
    public async Task a_year_that_is_open_is_never_due() =>
        Assert.Empty(await Periods.DueAsync(await ClosedYear.PlayAsync(closed: false), Moment.Day("2199-01-01"), CancellationToken.None));

    [Fact]
    public void the_periods_are_data_and_say_that_they_are_samples()
    {
        var periods = Retention.Read(Path.Combine(FindData(), "retention.json"));
        Assert.All([periods.Year, periods.YearWithAward], period => Assert.StartsWith("sample", period.Source, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"year":{"years":0,"source":"s"},"yearWithAward":{"years":1,"source":"s"}}""")]
    [InlineData("""{"year":{"years":1,"source":"s"}}""")]
    public void periods_that_are_none_are_refused(string text)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            Assert.Throws<FormatException>(() => Retention.Read(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string FindData()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ClusterActors.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "data");
    }
}
