using System.Diagnostics;
using ClusterActors.Journal;
using Orleans.Runtime;

namespace ClusterActors.Tests.Hosted;

/// <summary>As a client does: an unknown outcome is met with the same operation again, until there is an answer.</summary>
internal static class Repeated
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<Answer> UntilAnsweredAsync(Func<Task<Answer>> operation)
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await operation();
            }
            catch (Exception unknown) when (unknown is JournalException or OrleansException or TimeoutException && Stopwatch.GetElapsedTime(begun) < Patience)
            {
                await Task.Yield();
            }
        }
    }
}
