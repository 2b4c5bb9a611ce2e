using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ClusterActors.Simulation;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run simulate</c>: a year with faults in one process, once per seed, every invariant held against every step.</summary>
internal static class SimulateCommand
{
    public static Command Create() => Create(Simulate);

    /// <param name="play">What is done with the seeds and the excerpt that were asked for; gives the exit code.</param>
    public static Command Create(Func<SeedRange, Excerpt, int> play)
    {
        var seed = new Option<ulong?>("--seed") { Description = "One seed." };
        var seeds = new Option<SeedRange?>("--seeds") { Description = "A range of seeds, as in 1..500. Default: 1..100", CustomParser = Range };
        var only = new Option<EquatableList<string>?>("--only")
        {
            Description = "The only faults that strike: kinds (crash, lost-call) or single strikes (lost-call.3), with commas between; none for none.",
            CustomParser = text => text.Tokens[0].Value == "none" ? [] : Names(text),
        };
        var without = new Option<EquatableList<string>?>("--without") { Description = "Faults that do not strike, named in the same way.", CustomParser = Names };
        var steps = new Option<long?>("--steps") { Description = "Stop after so many turns.", CustomParser = Steps };
        var command = new Command("simulate", "Play a cluster's year with faults, by seeds, and check what must always hold.") { seed, seeds, only, without, steps };
        command.SetAction((arguments, _) => Task.FromResult(play(
            arguments.GetValue(seed) is { } one ? new(one, one) : arguments.GetValue(seeds) ?? new(1, 100),
            new()
            {
                Only = arguments.GetValue(only),
                Without = arguments.GetValue(without) ?? [],
                Steps = arguments.GetValue(steps),
            })));
        return command;
    }

    private static int Simulate(SeedRange seeds, Excerpt excerpt)
    {
        var coverage = new Coverage();
        foreach (var outcome in Seeds.Play(seeds.First, seeds.Last, excerpt))
        {
            coverage.Add(outcome.Coverage);
            if (outcome.Violation is not null)
                return Failed(outcome, excerpt);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {outcome.Seed}: {outcome.Events} events, {outcome.Steps} steps, root {outcome.Root}"));
        }

        foreach (var (what, count) in coverage.Counts)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,9} {what}"));
        return ExitCode.Done;
    }

    // What is already an excerpt is shown as it was asked for.
    private static int Failed(Outcome outcome, Excerpt excerpt)
    {
        Console.Error.WriteLine(outcome.Violation);
        if (excerpt != Excerpt.Whole)
            return ExitCode.Refused;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"making it smaller: {outcome.Struck.Count} strikes in {outcome.Steps} steps ..."));
        var smaller = Run.Shrunk(outcome);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"still wrong with {smaller.Struck.Count} strikes in {smaller.Steps} steps:\n{smaller.Violation}"));
        return ExitCode.Refused;
    }

    private static EquatableList<string> Names(ArgumentResult text)
    {
        var names = text.Tokens[0].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToEquatableList();
        if (names.Count == 0 || !names.All(Excerpt.IsName))
            text.AddError($"No fault is named '{names.FirstOrDefault(name => !Excerpt.IsName(name))}'. A kind of these, how some of them begin, or one with a number behind, as in lost-call.3: {string.Join(", ", Excerpt.Kinds)}.");
        return names;
    }

    private static SeedRange? Range(ArgumentResult text)
    {
        if (text.Tokens[0].Value.Split("..") is [var first, var last]
            && ulong.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && ulong.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
            && from <= to)
            return new(from, to);
        text.AddError($"'{text.Tokens[0].Value}' is no range of seeds, as in 1..500.");
        return null;
    }

    private static long? Steps(ArgumentResult text)
    {
        if (long.TryParse(text.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var steps) && steps > 0)
            return steps;
        text.AddError("--steps takes a number of turns, 1 or more.");
        return null;
    }
}

/// <summary>Seeds from the first to the last, both played.</summary>
internal sealed record SeedRange(ulong First, ulong Last);
