using System.Collections.Concurrent;

namespace ClusterActors.Simulation;

/// <summary>Many seeds on all processors. Each is a world of its own on one thread, so what it gives does not depend on the others.</summary>
public static class Seeds
{
    /// <summary>Outcomes in the order of the seeds, while others are still being played: the first violation met is that of the lowest seed that has one.</summary>
    public static IEnumerable<Outcome> Play(ulong first, ulong last, Excerpt excerpt) => Play(first, last, seed => Run.Of(seed, excerpt));

    internal static IEnumerable<Outcome> Play(ulong first, ulong last, Func<ulong, Outcome> play) => Partitioner
        .Create(Range(first, last), EnumerablePartitionerOptions.NoBuffering)
        .AsParallel()
        .AsOrdered()
        .WithMergeOptions(ParallelMergeOptions.NotBuffered)
        .Select(play);

    private static IEnumerable<ulong> Range(ulong first, ulong last)
    {
        for (var seed = first; ; seed++)
        {
            yield return seed;
            if (seed == last)
                yield break;
        }
    }
}
