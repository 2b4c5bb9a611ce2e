using ClusterActors.Journal;

namespace ClusterActors.Tests.Hosted;

/// <summary>Rung when an append has ended, well or not, so that a test need not sleep; several stores may ring one bell.</summary>
internal sealed class AppendBell
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private TaskCompletionSource rung = Silent();

    /// <summary>Completes at the next append that ends after this was asked for.</summary>
    public Task Next => Volatile.Read(ref rung).Task;

    public void Ring() => Interlocked.Exchange(ref rung, Silent()).TrySetResult();

    /// <summary>Waits until every message has been carried and settled; none may be parked.</summary>
    public async Task AllCarriedAsync(IOutbox outbox)
    {
        while (true)
        {
            var next = Next;
            var depth = await outbox.DepthAsync();
            Assert.Equal(0, depth.Parked);
            if (depth.Waiting == 0)
                return;
            await next.WaitAsync(Patience);
        }
    }

    private static TaskCompletionSource Silent() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
