using System.Text.Json;
using ClusterActors.Journal;
using ClusterActors.Silo.Commands;
using ClusterActors.Simulation;

namespace ClusterActors.Tests.Simulation;

/// <summary>A failing run is told as small as it can be made, and can be typed in again.</summary>
public sealed class ShrinkingTests
{
    // Found only where a write was asked for twice, so it wants at least one strike; and late in the year, when many have struck.
    private static readonly Func<Parts> CarriedOutAgain = () =>
    {
        var again = 0;
        return WorseParts.Journal(async (journal, append) =>
            await journal.AppendAsync(append) is var result && (result is not AppendResult.Duplicate || !append.Stream.StartsWith("campaign:", StringComparison.Ordinal) || append.OperationId.Contains(':', StringComparison.Ordinal))
            ? result
            : await WorseParts.ForcedAsync(journal, append, $"{append.OperationId}'{++again}"));
    };

    private static readonly Lazy<(Outcome Failed, Outcome Smaller)> Late = new(() =>
    {
        var failed = Enumerable.Range(1, 200).Select(seed => Run.Of((ulong)seed, Faults.Usual, CarriedOutAgain())).First(outcome => outcome.Violation is { } violation && violation.Message.StartsWith("invariant 9 ", StringComparison.Ordinal));
        return (failed, Shrunk(failed, CarriedOutAgain));
    });

    // Found when the journal is verified, and by no invariant before.
    private static readonly Func<Parts> Unlinked = () => new() { Reader = reader => new WorseReader(reader) { Event = e => e.Position == 60 ? e with { Actor = "nobody" } : e } };

    [Fact]
    public void a_failing_run_is_made_smaller_and_still_breaks_the_same_law()
    {
        var (failed, smaller) = Late.Value;

        Assert.Equal(failed.Violation!.Law, smaller.Violation!.Law);
        Assert.StartsWith("invariant 9 ", smaller.Violation.Message, StringComparison.Ordinal);
        Assert.InRange(smaller.Struck.Count, 1, failed.Struck.Count / 4);
        Assert.True(failed.Struck.Count > 50, "a run with few strikes proves little");
        Assert.True(smaller.Steps <= 2 * failed.Steps);
    }

    [CiFact]
    public async Task the_printed_command_gives_the_smaller_run_again_byte_for_byte()
    {
        var smaller = Late.Value.Smaller.Violation!;
        var (seed, excerpt) = await TypedAsync(smaller.Command);
        Assert.Equal((smaller.Seed, smaller.Excerpt), (seed, excerpt));

        var (first, second) = (Bytes(smaller.Seed, smaller.Excerpt), Bytes(seed, excerpt));

        Assert.Equal(first, second);
        Assert.Equal(smaller, Run.Of(seed, Faults.Usual, CarriedOutAgain(), excerpt).Violation);
    }

    [Fact]
    public void a_run_that_is_wrong_only_when_it_is_judged_is_cut_where_it_begins_to_be()
    {
        var failed = Run.Of(1, Faults.Usual, Unlinked());
        var smaller = Shrunk(failed, Unlinked);

        Assert.Equal("the journal does not verify", failed.Violation!.Law);
        Assert.Equal(failed.Violation.Law, smaller.Violation!.Law);
        Assert.Empty(smaller.Struck);
        Assert.True(smaller.Steps < failed.Steps);
        Assert.Null(Run.Of(1, Faults.Usual, Unlinked(), smaller.Violation.Excerpt with { Steps = smaller.Steps - 1 }).Violation);
        Assert.InRange(smaller.Events, 60, 70);
    }

    [Fact]
    public void a_violation_tells_the_streams_concerned_and_what_was_last_written_there()
    {
        var violation = Late.Value.Failed.Violation!;

        var stream = Assert.Single(violation.Streams);
        Assert.Contains(stream, violation.Message, StringComparison.Ordinal);
        Assert.NotEmpty(violation.Trail);
        Assert.All(violation.Trail, line => Assert.Contains($" {stream} ", line, StringComparison.Ordinal));
        Assert.EndsWith($"again with: ./run simulate --seed {violation.Seed}", violation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void what_is_left_out_does_not_strike_and_what_is_left_keeps_its_name()
    {
        var whole = Run.Of(5).Struck;
        var without = Run.Of(5, new Excerpt { Without = ["crash", "lost-call.1"] }).Struck;
        var only = Run.Of(5, new Excerpt { Only = ["lost-call"] }).Struck;

        Assert.Contains(whole, strike => strike.StartsWith("crash-", StringComparison.Ordinal));
        Assert.DoesNotContain(without, strike => strike.StartsWith("crash-", StringComparison.Ordinal));
        Assert.DoesNotContain("lost-call.1", without);
        Assert.Contains("lost-call.2", without);
        Assert.Equal(Enumerable.Range(1, only.Count).Select(n => $"lost-call.{n}"), only);
    }

    private static Outcome Shrunk(Outcome failed, Func<Parts> worse) =>
        new Shrinking(excerpt => Run.Of(failed.Seed, Faults.Usual, worse(), excerpt)).From(failed);

    private static string Bytes(ulong seed, Excerpt excerpt)
    {
        var world = new World(seed, Faults.Usual, CarriedOutAgain(), excerpt);
        return Run.Of(world).Root + JsonSerializer.Serialize(world.Store.Disk.Events) + JsonSerializer.Serialize(world.Store.Disk.Operations.Values);
    }

    private static async Task<(ulong Seed, Excerpt Excerpt)> TypedAsync(string line)
    {
        (ulong, Excerpt)? typed = null;
        var command = SimulateCommand.Create((seeds, excerpt) =>
        {
            Assert.Equal(seeds.First, seeds.Last);
            typed = (seeds.First, excerpt);
            return ExitCode.Done;
        });
        Assert.Equal(["./run", "simulate"], line.Split(' ').Take(2));
        Assert.Equal(ExitCode.Done, await command.Parse(line.Split(' ').Skip(2).ToArray()).InvokeAsync());
        return typed!.Value;
    }
}
