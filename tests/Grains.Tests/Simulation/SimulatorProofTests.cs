using System.Globalization;
using ClusterActors.Simulation;

namespace ClusterActors.Tests.Simulation;

/// <summary>
/// A simulator that never fails proves nothing: each deliberate fault is found, by the law that speaks of it, and by the seed that
/// docs/simulation.md names as the first. When the script of a year has changed, other seeds come first; the failing tests say which.
/// </summary>
public sealed class SimulatorProofTests
{
    private const int Seeds = 200;

    private static readonly string[] OfEachPart =
    [
        "the fence is dropped", "messages overtake one another", "a deadline is a day late", "totals are rounded by another rule", "there are two heads",
    ];

    public static TheoryData<string> Few => [.. OfEachPart];

    public static TheoryData<string> Others => [.. DeliberateFaults.All.Select(fault => fault.Name).Except(OfEachPart)];

    [Theory]
    [MemberData(nameof(Few))]
    public void a_deliberate_fault_is_found(string name) => Found(name);

    [CiTheory]
    [MemberData(nameof(Others))]
    public void every_other_deliberate_fault_is_found_too(string name) => Found(name);

    [Fact]
    public void the_table_has_every_deliberate_fault_once()
    {
        Assert.True(DeliberateFaults.All.Count >= 20);
        Assert.Equal(DeliberateFaults.All.Select(fault => fault.Name).Order(StringComparer.Ordinal), Table().Select(row => row.Split('|')[1].Trim()).Order(StringComparer.Ordinal));
    }

    private static void Found(string name)
    {
        var fault = DeliberateFaults.All.Single(f => f.Name == name);
        var violation = Enumerable.Range(1, Seeds).Select(seed => Run.Of((ulong)seed, Faults.Usual, fault.Worse()).Violation).FirstOrDefault(found => found is not null);

        Assert.True(violation is not null, $"No seed up to {Seeds} has found it.");
        Assert.True(fault.Law.Split(" or ").Any(law => violation.Law.EndsWith(law, StringComparison.Ordinal)), $"Found by something else than {fault.Law}:\n{violation}");
        Assert.Equal(violation, Run.Of(violation.Seed, Faults.Usual, fault.Worse()).Violation);
        var row = string.Create(CultureInfo.InvariantCulture, $"| {fault.Name} | {fault.Law} | {violation.Seed} |");
        Assert.True(Table().Contains(row), $"docs/simulation.md should say: {row}");
    }

    private static IReadOnlyList<string> Table() =>
        [.. File.ReadLines(Path.Combine(Root(), "docs", "simulation.md")).SkipWhile(line => line != "| fault | found by | first seed |").Skip(2).TakeWhile(line => line.StartsWith('|'))];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ClusterActors.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("ClusterActors.sln was not found above the tests.");
        return folder.FullName;
    }
}
