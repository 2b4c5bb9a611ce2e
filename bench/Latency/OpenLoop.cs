using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ClusterActors.Bench.Latency;

/// <summary>
/// Calls that come whether or not those before them have been answered, as people's do. Each is timed from the moment it was due, so
/// that neither a queue nor a late start is left out.
/// </summary>
internal static class OpenLoop
{
    // The same gaps in each repetition.
    private const int Seed = 1;

    /// <param name="perSecond">How many come in a second on average; the gaps between them are exponential.</param>
    /// <param name="call">Is given the number of the call; returns once it is on its way.</param>
    /// <returns>How long each took.</returns>
    public static async Task<IReadOnlyList<TimeSpan>> RunAsync(double perSecond, int count, Func<int, Task> call)
    {
        var due = DueTimes(perSecond, count);
        var took = new TimeSpan[count];
        var calls = new Task[count];
        Timed.Settle();

        // A thread of its own: one of the pool could be late because calls are at work on it.
        await Task.Factory.StartNew(
            () =>
            {
                var start = Stopwatch.GetTimestamp();
                for (var n = 0; n < count; n++)
                {
                    WaitUntil(start, due[n]);
                    calls[n] = TimeAsync(n, start);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        await Task.WhenAll(calls);
        return took;

        async Task TimeAsync(int n, long start)
        {
            await call(n);
            took[n] = Stopwatch.GetElapsedTime(start) - due[n];
        }
    }

    private static TimeSpan[] DueTimes(double perSecond, int count)
    {
        var random = new Random(Seed);
        var due = new TimeSpan[count];
        var seconds = 0.0;
        for (var n = 0; n < count; n++)
            due[n] = TimeSpan.FromSeconds(seconds -= Math.Log(1 - random.NextDouble()) / perSecond);
        return due;
    }

    private static void WaitUntil(long start, TimeSpan due)
    {
        while (due - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } left)
            _ = Sleep((uint)Math.Ceiling(Math.Min(left.TotalMicroseconds, 100_000)));
    }

    /// <summary>Thread.Sleep knows whole milliseconds alone, which is as long as what is measured.</summary>
    [DllImport("libc", EntryPoint = "usleep")]
    private static extern int Sleep(uint microseconds);
}
