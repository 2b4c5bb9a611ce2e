using ClusterActors.Standards;
using ClusterActors.Tests.Architecture;

namespace ClusterActors.Tests.Standards;

/// <summary>The standards of the data files, as they can be issued.</summary>
public sealed class StandardFilesTests
{
    private static Standard Read(string file) => CanonicalJson.Read<Standard>(File.ReadAllBytes(Repository.PathOf("data", "standards", file)));

    [Theory]
    [InlineData("11-QD-TW.json", "11-QĐ/TW", 55)]
    [InlineData("396-QD-TW.json", "396-QĐ/TW", 9)]
    public void a_standard_of_the_files_is_sound_and_has_six_criteria(string file, string instrument, int indicators)
    {
        var standard = Read(file);

        Assert.Null(StandardChecks.Check(standard));
        Assert.Equal((instrument, 6, 5), (standard.Instrument, standard.Criteria.Count, standard.WindowYears.Value));
        Assert.Equal(indicators, standard.Criteria.SelectMany(c => c.Indicators).Count(i => i.Level1 is not null));
    }

    [Fact]
    public void what_is_quoted_from_the_newer_one_names_its_source_and_everything_else_says_that_it_is_a_sample()
    {
        var indicators = Read("396-QD-TW.json").Criteria.Concat(Read("11-QD-TW.json").Criteria).SelectMany(c => c.Indicators).ToList();
        var quoted = indicators.Where(i => !i.Source.StartsWith("sample", StringComparison.Ordinal)).ToList();

        Assert.Equal([75m, 90m, 100m], quoted.Select(i => i.Level1!.Value));
        Assert.All(indicators.Except(quoted), i => Assert.Equal("sample", i.Level1!.Source));
    }
}
