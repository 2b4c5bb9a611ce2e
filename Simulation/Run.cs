using ClusterActors.Journal;

namespace ClusterActors.Simulation;

/// <summary>What became of one seed.</summary>
/// <param name="Root">The root of the last checkpoint, over the whole journal, in hexadecimal.</param>
/// <param name="Steps">Turns that ran.</param>
/// <param name="Violation">Null where every invariant held.</param>
public sealed record Outcome(ulong Seed, string Root, long Steps, int Events, Coverage Coverage, Violation? Violation);

/// <summary>One simulation from its first turn to its last.</summary>
public static class Run
{
    // Far beyond any year; a world that is still busy then is one that never ends.
    private const long MostSteps = 3_000_000;

    /// <summary>Plays the year of one cluster by one seed, with faults as usual. The same seed gives the same journal, byte by byte.</summary>
    public static Outcome Of(ulong seed) => Of(seed, Faults.Usual, new());

    internal static Outcome Of(ulong seed, Faults faults, Parts parts) => Of(new World(seed, faults, parts));

    internal static Outcome Of(World world)
    {
        var outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            return Drive(world);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
        }
    }

    private static Outcome Drive(World world)
    {
        var steps = 0L;
        var story = world.Scheduler.Start(world.RunAsync);
        string? wrong = null;
        while (wrong is null && !story.IsCompleted)
        {
            steps++;
            if (!world.Scheduler.RunOne() && !world.Time.WakeNext())
                wrong = "nobody has anything left to do, and the year is not over";
            else if (world.Scheduler.Foreign)
                wrong = "a turn has left the simulation's thread";
            else if (steps > MostSteps)
                wrong = "the simulation does not end";
            else
                wrong = Said(world.Fault);
        }

        wrong ??= Said(story.Exception?.GetBaseException()) ?? Broken(world);
        var root = world.Store.Checkpoints.MakeAsync().Result.Root;
        return new(
            world.Seed, Convert.ToHexStringLower(root), steps, world.Store.Disk.Events.Count, world.Coverage, wrong is null ? null : new(world.Seed, steps, wrong));
    }

    private static string? Said(Exception? fault) => fault switch
    {
        null => null,
        ViolationException violation => violation.Message,
        _ => fault.ToString(),
    };

    // Everything in the simulated store is done at once, so nothing here waits.
    private static string? Broken(World world)
    {
        var findings = Verification.RunAsync(world.Store.Reader).Result;
        return findings.Count == 0 ? null : $"the journal does not verify: {string.Join("; ", findings)}";
    }
}
