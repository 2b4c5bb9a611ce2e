using System.Runtime.CompilerServices;

namespace ClusterActors.Tests.LocalRuntime;

/// <summary>Turns a wait that would never end into a failure that names what was waited for.</summary>
internal static class Patience
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task Soon(Task task, [CallerArgumentExpression(nameof(task))] string what = "")
    {
        try
        {
            await task.WaitAsync(Limit);
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            Assert.Fail($"Still waiting after {Limit}: {what}");
        }
    }

    public static async Task<T> Soon<T>(Task<T> task, [CallerArgumentExpression(nameof(task))] string what = "")
    {
        await Soon((Task)task, what);
        return await task;
    }
}
