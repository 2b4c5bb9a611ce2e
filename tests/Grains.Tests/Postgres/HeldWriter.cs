using ClusterActors.Storage.Postgres;

namespace ClusterActors.Tests.Postgres;

/// <summary>A store's writer, held at a gate between two transactions, so that a test says what comes into one batch.</summary>
internal static class HeldWriter
{
    /// <summary>What is queued until the returned source is completed is one batch.</summary>
    public static async Task<TaskCompletionSource> HoldAsync(this PostgresStore store)
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = store.Writer.WriteAsync(
            async _ =>
            {
                held.TrySetResult();
                await gate.Task;
                return true;
            },
            CancellationToken.None);
        await held.Task;
        return gate;
    }
}
