using System.Reflection;
using System.Text.RegularExpressions;

namespace ClusterActors.Tests.Architecture;

public sealed partial class RefusalCodeTests
{
    [GeneratedRegex(@"\bRefusalCode\.(\w+)")]
    private static partial Regex Use { get; }

    private static SortedSet<string> Named(IEnumerable<(string Path, string Text)> sources) =>
        new(sources.SelectMany(s => Use.Matches(s.Text)).Select(m => m.Groups[1].Value), StringComparer.Ordinal);

    [Fact]
    public void every_code_that_the_domain_gives_is_reached_by_a_test()
    {
        var given = Named(Repository.Sources("Grains"));
        var reached = Named(Repository.Sources("tests", "Grains.Tests").Where(s => !s.Path.Contains("Architecture", StringComparison.Ordinal)));
        Assert.True(given.Count > 40, $"only {given.Count} codes were found in the domain");
        Assert.Empty(given.Except(reached));
    }

    [Fact]
    public void no_two_codes_are_one_and_each_is_lower_case_with_underscores()
    {
        var codes = typeof(RefusalCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[a-z]+(_[a-z]+)*$", code));
    }

    [Fact]
    public void the_scan_sees_a_code_that_no_test_names() =>
        Assert.Equal(["Forgotten"], Named([("a.cs", "new(RefusalCode.Forgotten, x)")]).Except(Named([("b.cs", "RefusalCode.Forbidden")])));
}
