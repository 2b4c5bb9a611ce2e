using System.Text.Json;
using ClusterActors.Simulation;

namespace ClusterActors.Tests.Simulation;

/// <summary>The year of one cluster under faults, by seeds.</summary>
public sealed class SimulationTests
{
    private static readonly string[] MustStrike =
    [
        "lost call", "lost reply", "doubled call", "delayed call", "second activation", "slow write", "doubled pass", "late pass", "missed snapshot",
        "damaged snapshot", "ignored snapshot", "refused append", "refused refusing append", "refused settling append", "refused lease",
        "unknown outcome of append", "unknown outcome of refusing append", "unknown outcome of settling append", "unknown outcome of lease",
        "crash before append", "crash after append", "crash before refusing append", "crash after refusing append", "crash before settling append",
        "crash after settling append", "crash of all silos", "crash before lease", "crash after lease", "crash before read", "crash after read",
        "repetition", "second device", "hurry", "mistake", "cheat", "stolen operation id",
    ];

    private static readonly string[] MustHappen =
    [
        "campaign/inspections-drawn", "campaign/ranking-fixed", "campaign/lot-asked", "campaign/year-closed", "cluster/handed-over",
        "inspection/review-concluded", "beacon/seed-drawn", "school/award-granted",
    ];

    private static readonly string[] MustBeSaid =
    [
        RefusalCode.OperationIdReused, RefusalCode.DeadlinePassed, RefusalCode.Forbidden, RefusalCode.WrongPhase, RefusalCode.AlreadySigned,
        RefusalCode.ScoreNegative, RefusalCode.NotFound,
    ];

    [Fact]
    public void a_hundred_seeds_of_a_year_hold_every_invariant_and_meet_every_fault() => Hold(100);

    [CiFact]
    public void five_hundred_seeds_of_a_year_hold_every_invariant_and_meet_every_fault() => Hold(500);

    [ReleaseTheory]
    [InlineData(20_000)]
    public void the_seeds_of_a_release_hold_every_invariant_and_meet_every_fault(int seeds) => Hold(seeds);

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

    private static void Hold(int seeds)
    {
        var coverage = new Coverage();
        foreach (var outcome in Seeds.Play(1, (ulong)seeds, Excerpt.Whole))
        {
            Assert.True(outcome.Violation is null, outcome.Violation is null ? null : Run.Shrunk(outcome).Violation!.ToString());
            coverage.Add(outcome.Coverage);
        }

        Assert.All(MustStrike, fault => Assert.True(coverage.Of(Coverage.Fault, fault) > 0, fault));
        Assert.All(["Appended", "Conflict", "Duplicate"], result => Assert.True(coverage.Of(Coverage.Append, result) > 0, result));
        Assert.All(MustHappen, e => Assert.True(coverage.Of(Coverage.Event, e) > 0, e));
        Assert.All(MustBeSaid, refusal => Assert.True(coverage.Of(Coverage.Refusal, refusal) > 0, refusal));
    }
}
