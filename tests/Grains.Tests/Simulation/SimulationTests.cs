using ClusterActors.Simulation;
using ClusterActors.Simulation.Silos;
using Xunit.Abstractions;

namespace ClusterActors.Tests.Simulation;

public sealed class SimulationTests(ITestOutputHelper output)
{
    [Fact]
    public void a_hundred_seeds_of_a_year_hold_every_invariant_and_meet_every_fault() => Hold(100);

    [CiFact]
    public void five_hundred_seeds_of_a_year_hold_every_invariant_and_meet_every_fault() => Hold(500);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void the_same_seed_gives_the_same_journal_byte_for_byte(ulong seed)
    {
        var (first, second) = (Bytes(seed), Bytes(seed));

        Assert.Equal(first, second);
        Assert.NotEqual(first, Bytes(seed + 1000));
    }

    private static string Bytes(ulong seed)
    {
        var world = new World(seed, Faults.Usual, new());
        var outcome = Run.Of(world);
        Assert.Null(outcome.Violation);
        return outcome.Root + System.Text.Json.JsonSerializer.Serialize(world.Store.Disk.Events) + System.Text.Json.JsonSerializer.Serialize(world.Store.Disk.Operations.Values);
    }

    private void Hold(int seeds)
    {
        var coverage = new Coverage();
        for (var seed = 1UL; seed <= (ulong)seeds; seed++)
        {
            var outcome = Run.Of(seed);
            Assert.True(outcome.Violation is null, outcome.Violation?.ToString());
            coverage.Add(outcome.Coverage);
        }

        foreach (var (what, count) in coverage.Counts)
            output.WriteLine($"{what}: {count}");
    }
}
