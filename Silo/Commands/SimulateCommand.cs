using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ClusterActors.Simulation;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run simulate</c>: a year with faults in one process, once per seed, every invariant held against every step.</summary>
internal static class SimulateCommand
{
    private sealed record SeedRange(ulong First, ulong Last);

    public static Command Create()
    {
        var seed = new Option<ulong?>("--seed") { Description = "One seed." };
        var seeds = new Option<SeedRange?>("--seeds") { Description = "A range of seeds, as in 1..500. Default: 1..100", CustomParser = Range };
        var command = new Command("simulate", "Play a cluster's year with faults, by seeds, and check what must always hold.") { seed, seeds };
        command.SetAction((arguments, _) => Task.FromResult(Simulate(
            arguments.GetValue(seed) is { } one ? new(one, one) : arguments.GetValue(seeds) ?? new(1, 100))));
        return command;
    }

    private static int Simulate(SeedRange seeds)
    {
        var coverage = new Coverage();
        for (var seed = seeds.First; ; seed++)
        {
            var outcome = Run.Of(seed);
            coverage.Add(outcome.Coverage);
            if (outcome.Violation is { } violation)
            {
                Console.Error.WriteLine(violation);
                return ExitCode.Refused;
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {outcome.Events} events, {outcome.Steps} steps, root {outcome.Root}"));
            if (seed == seeds.Last)
                break;
        }

        foreach (var (what, count) in coverage.Counts)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,9} {what}"));
        return ExitCode.Done;
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
}
