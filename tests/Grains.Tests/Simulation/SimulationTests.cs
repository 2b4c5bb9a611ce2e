using System.Text.Json;
using ClusterActors.Simulation;
using ClusterActors.Simulation.Invariants;

namespace ClusterActors.Tests.Simulation;

/// <summary>The year of one cluster under faults, by seeds.</summary>
public sealed class SimulationTests
{
    /// <summary>A hundred seeds reach 95 in a hundred of what is declared, five hundred, with <c>./test --ci</c>, 98.</summary>
    [Fact]
    public void seeds_hold_every_invariant_and_reach_all_but_the_rarest()
    {
        var (seeds, rarest) = Level.Runs("ci") ? (500, 50) : (100, 20);

        var missing = Reachable.MissingIn(Held(seeds));

        Assert.True(missing.Count * rarest <= Reachable.All.Count, $"Never reached: {string.Join(", ", missing)}");
    }

    [ReleaseTheory]
    [InlineData(20_000)]
    public void the_long_run_holds_every_invariant_and_reaches_everything(int seeds) => Assert.Empty(Reachable.MissingIn(Held(seeds)));

    [Fact]
    public void what_cannot_be_reached_says_why() =>
        Assert.All(Reachable.Exceptions, exception => Assert.True(exception.Value.Length > 20 && typeof(RefusalCode).GetFields().Any(f => (string?)f.GetRawConstantValue() == exception.Key)));

    [Fact]
    public void every_invariant_is_checked_or_waits_for_its_subject() => Assert.Equal(
        Enumerable.Range(1, 24),
        InvariantList.Fresh().Select(invariant => invariant.Number).Concat(InvariantList.Waiting.Keys).Distinct().Order());

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

    [Fact]
    public void without_faults_nobody_meets_one()
    {
        var outcome = Run.Of(1, Faults.None, new());

        Assert.Null(outcome.Violation);
        Assert.DoesNotContain(outcome.Coverage.Counts.Keys, what => what.StartsWith(Coverage.Fault + " ", StringComparison.Ordinal));
    }

    private static string Bytes(ulong seed)
    {
        var world = new World(seed, Faults.Usual, new());
        var outcome = Run.Of(world);
        Assert.Null(outcome.Violation);
        return outcome.Root + JsonSerializer.Serialize(world.Store.Disk.Events) + JsonSerializer.Serialize(world.Store.Disk.Operations.Values);
    }

    private static Coverage Held(int seeds)
    {
        var coverage = new Coverage();
        foreach (var outcome in Seeds.Play(1, (ulong)seeds, Excerpt.Whole))
        {
            Assert.True(outcome.Violation is null, outcome.Violation is null ? null : Run.Shrunk(outcome).Violation!.ToString());
            Assert.All(outcome.Struck, strike => Assert.Contains(strike[..strike.LastIndexOf('.')], Excerpt.Kinds));
            coverage.Add(outcome.Coverage);
        }

        return coverage;
    }
}
