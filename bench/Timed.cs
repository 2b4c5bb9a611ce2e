using System.Diagnostics;

namespace ClusterActors.Bench;

/// <summary>Times a piece of work, after clearing away the garbage that the work before it has left.</summary>
internal static class Timed
{
    /// <summary>How long each of several took, one right after the other.</summary>
    public static IReadOnlyList<TimeSpan> Each<T>(IReadOnlyList<T> items, Action<T> work)
    {
        Settle();
        var took = new TimeSpan[items.Count];
        for (var n = 0; n < took.Length; n++)
        {
            var start = Stopwatch.GetTimestamp();
            work(items[n]);
            took[n] = Stopwatch.GetElapsedTime(start);
        }

        return took;
    }

    /// <summary>Callers at once, each making its calls one after the other; <paramref name="call"/> is given caller and number.</summary>
    public static async Task<TimeSpan> RunAsync(int callers, int callsEach, Func<int, int, Task> call)
    {
        Settle();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
        {
            for (var n = 0; n < callsEach; n++)
                await call(caller, n);
        })));
        return Stopwatch.GetElapsedTime(start);
    }

    public static void Settle()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }
}
