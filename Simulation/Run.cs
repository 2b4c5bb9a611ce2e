using ClusterActors.Journal;

namespace ClusterActors.Simulation;

/// <summary>What became of one seed.</summary>
/// <param name="Root">The root of the last checkpoint, over the whole journal, in hexadecimal.</param>
/// <param name="Steps">Turns that ran.</param>
/// <param name="Struck">Names of the strikes that happened, in order.</param>
/// <param name="Violation">Null where every invariant held.</param>
public sealed record Outcome(ulong Seed, string Root, long Steps, int Events, Coverage Coverage, IReadOnlyList<string> Struck, Violation? Violation);

/// <summary>One simulation from its first turn to its last.</summary>
public static class Run
{
    // Far beyond any year; a world that is still busy then is one that never ends.
    private const long MostSteps = 3_000_000;

    // Entries of the journal that are told with a violation.
    private const int LongestTrail = 12;

    /// <summary>Plays the year of one cluster by one seed, with faults as usual. The same seed gives the same journal, byte by byte.</summary>
    public static Outcome Of(ulong seed) => Of(seed, Excerpt.Whole);

    /// <summary>Plays an excerpt of a seed's year.</summary>
    public static Outcome Of(ulong seed, Excerpt excerpt) => Of(seed, Faults.Usual, new(), excerpt);

    /// <summary>A smaller run that breaks the same law as one that has failed.</summary>
    public static Outcome Shrunk(Outcome failed) => new Shrinking(excerpt => Of(failed.Seed, excerpt)).From(failed);

    internal static Outcome Of(ulong seed, Faults faults, Parts parts, Excerpt? excerpt = null) => Of(new World(seed, faults, parts, excerpt));

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
        while (wrong is null && !story.IsCompleted && steps < world.Excerpt.Steps.GetValueOrDefault(long.MaxValue))
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
            world.Seed, Convert.ToHexStringLower(root), steps, world.Store.Disk.Events.Count, world.Coverage, world.Struck, wrong is null ? null : Told(world, steps, wrong));
    }

    private static Violation Told(World world, long step, string wrong)
    {
        var streams = world.Store.Disk.Streams.Keys.Where(key => key == world.Concerned || Mentions(wrong, key)).Order(StringComparer.Ordinal).ToEquatableList();
        var trail = world.Store.Disk.Events.Where(e => streams.Contains(e.Stream)).TakeLast(LongestTrail).Select(Violation.Line).ToEquatableList();
        return new(world.Seed, world.Excerpt, step, wrong, streams, trail);
    }

    // Not 'school:a-1' where 'school:a-10' is spoken of.
    private static bool Mentions(string text, string key)
    {
        for (var at = text.IndexOf(key, StringComparison.Ordinal); at >= 0; at = text.IndexOf(key, at + 1, StringComparison.Ordinal))
        {
            if (at + key.Length == text.Length || !(char.IsLetterOrDigit(text[at + key.Length]) || text[at + key.Length] == '-'))
                return true;
        }

        return false;
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
        var findings = Verification.RunAsync(world.Parts.Reader(world.Store.Reader)).Result;
        return findings.Count == 0 ? null : $"the journal does not verify: {string.Join("; ", findings)}";
    }
}
