using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace ClusterActors.Tests.Architecture
{
    /// <summary>Never run: it holds one of everything that the scanners must find.</summary>
    internal static class BadSample
    {
        public static async Task<object?[]> Everything()
        {
            await Task.Run(() => Parallel.For(0, 1, _ => { }));
            await Task.Delay(1).ConfigureAwait(false);
            await new ValueTask<int>(1).ConfigureAwait(false);
            await Task.Factory.StartNew(() => new Thread(() => { }).Start(), CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);
            ThreadPool.QueueUserWorkItem(_ => { });
            return
            [
                DateTime.Now, DateTime.UtcNow, DateTime.Today, DateTimeOffset.Now, DateTimeOffset.UtcNow, TimeProvider.System, Environment.TickCount,
                Environment.TickCount64, Stopwatch.GetTimestamp(), new Random(1), RandomNumberGenerator.GetBytes(1), Guid.NewGuid(), Guid.CreateVersion7(),
                CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture, ImmutableDictionary<string, int>.Empty, ImmutableHashSet<string>.Empty,
                typeof(Orleans.Grain), typeof(Orleans.IGrainBase), typeof(Orleans.Runtime.IGrainContext),
                typeof(Orleans.Runtime.GrainId),
            ];
        }
    }
}

namespace Orleans.BadSample
{
    internal sealed class Intruder;
}
