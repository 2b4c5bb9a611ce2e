namespace ClusterActors.Storage;

/// <summary>Rung when messages may have become leasable. A ring that nobody waits for is kept for the next wait.</summary>
internal sealed class OutboxBell(TimeProvider clock)
{
    private TaskCompletionSource rung = Silent();

    public void Ring() => Volatile.Read(ref rung).TrySetResult();

    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancel)
    {
        var awaited = Volatile.Read(ref rung);
        try
        {
            await awaited.Task.WaitAsync(atMost, clock, cancel);
        }
        catch (TimeoutException)
        {
            return;
        }

        // Whoever rings from here on rings for the next wait; of several who waited, only the first makes the bell silent.
        Interlocked.CompareExchange(ref rung, Silent(), awaited);
    }

    private static TaskCompletionSource Silent() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
