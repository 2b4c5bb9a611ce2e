namespace ClusterActors.Tests.Journal;

public abstract partial class JournalContract
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Real time, as a limit on a test that would otherwise hang; no test passes by waiting for it.</summary>
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task a_wait_ends_when_a_message_is_written()
    {
        var wait = Store.Outbox.WaitAsync(Hour);
        await GivenAsync(Hanoi, "no message");
        Assert.False(wait.IsCompleted);

        await GivenMessagesAsync(Hanoi, "op-1", Cluster);
        await wait.WaitAsync(Hang);
    }

    [Fact]
    public async Task a_message_written_before_the_wait_ends_it_once()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster);
        await Store.Outbox.WaitAsync(Hour).WaitAsync(Hang);

        Assert.False(Store.Outbox.WaitAsync(Hour).IsCompleted);
    }

    [Fact]
    public async Task a_wait_ends_when_a_message_is_settled_or_parked()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster, Cluster);
        await Store.Outbox.WaitAsync(Hour).WaitAsync(Hang);

        var settled = Store.Outbox.WaitAsync(Hour);
        await GivenSettledAsync(Hanoi, Id(Hanoi, 1));
        await settled.WaitAsync(Hang);

        var parked = Store.Outbox.WaitAsync(Hour);
        await Store.Outbox.ParkAsync(Id(Hanoi, 1, 1));
        await parked.WaitAsync(Hang);
    }

    [Fact]
    public async Task a_wait_ends_when_a_retry_becomes_possible()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster);
        await LeaseIdsAsync();
        await Store.Outbox.RetryAsync(Id(Hanoi, 1), TimeSpan.FromSeconds(5));
        await Store.Outbox.WaitAsync(Hour).WaitAsync(Hang);

        var wait = Store.Outbox.WaitAsync(Hour);
        Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(wait.IsCompleted);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await wait.WaitAsync(Hang);
        Assert.Equal([Id(Hanoi, 1)], await LeaseIdsAsync());
    }

    [Fact]
    public async Task a_wait_ends_after_its_time()
    {
        var wait = Store.Outbox.WaitAsync(Hour);
        Clock.Advance(Hour - TimeSpan.FromMilliseconds(1));
        Assert.False(wait.IsCompleted);

        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await wait.WaitAsync(Hang);
    }

    [Fact]
    public async Task a_cancelled_wait_ends()
    {
        using var cancel = new CancellationTokenSource();
        var wait = Store.Outbox.WaitAsync(Hour, cancel.Token);
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait.WaitAsync(Hang));
    }
}
