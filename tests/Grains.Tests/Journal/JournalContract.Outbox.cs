using ClusterActors.Journal;

namespace ClusterActors.Tests.Journal;

public abstract partial class JournalContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private async Task<string[]> LeaseIdsAsync(DateTimeOffset? now = null, int limit = 100) =>
        [.. (await Store.Outbox.LeaseAsync(now ?? Sample.Noon, Lease, limit)).Select(leased => leased.Message.Id)];

    private async Task GivenMessagesAsync(string source, string operation, params string[] targets) =>
        await GivenAsync(targets.Aggregate(Sample.Append(await ReadAsync(source), operation), (append, target) => append.Sending(target)));

    private async Task GivenSettledAsync(string source, string message) =>
        await GivenAsync(Sample.Append(await ReadAsync(source), "answered:" + message) with { SettlesMessage = message });

    private static string Id(string source, long version, int index = 0) => Sample.MessageId(source, version, index);

    [Fact]
    public async Task a_leased_message_is_the_one_that_was_sent()
    {
        var append = await GivenAsync(Sample.Append(await ReadAsync(Hanoi), "op-1").Sending(Cluster));

        var leased = Assert.Single(await Store.Outbox.LeaseAsync(Sample.Noon, Lease, 10));
        SameContent(new LeasedMessage(append.Messages[0], Tries: 1), leased);
        Assert.Empty(await LeaseIdsAsync());
    }

    [Fact]
    public async Task messages_of_one_source_to_one_target_go_one_after_the_other()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster, Cluster);
        await GivenMessagesAsync(Hanoi, "op-2", Cluster);

        Assert.Equal([Id(Hanoi, 1, 0)], await LeaseIdsAsync());
        await GivenSettledAsync(Hanoi, Id(Hanoi, 1, 0));
        Assert.Equal([Id(Hanoi, 1, 1)], await LeaseIdsAsync());
        await GivenSettledAsync(Hanoi, Id(Hanoi, 1, 1));
        Assert.Equal([Id(Hanoi, 2, 0)], await LeaseIdsAsync());
        await GivenSettledAsync(Hanoi, Id(Hanoi, 2, 0));
        Assert.Empty(await LeaseIdsAsync());
        Assert.Equal(new OutboxDepth(0, 0), await Store.Outbox.DepthAsync());
    }

    [Fact]
    public async Task other_sources_and_targets_do_not_wait_for_each_other()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster, Hue);
        await GivenMessagesAsync(Hue, "op-1", Cluster);

        Assert.Equal([Id(Hanoi, 1, 0), Id(Hanoi, 1, 1)], await LeaseIdsAsync(limit: 2));
        Assert.Equal([Id(Hue, 1)], await LeaseIdsAsync());
    }

    [Fact]
    public async Task versions_order_as_numbers()
    {
        for (var i = 1; i <= 10; i++)
            await GivenMessagesAsync(Hanoi, Id("op", i), Cluster);
        for (var i = 1; i <= 10; i++)
        {
            Assert.Equal([Id(Hanoi, i)], await LeaseIdsAsync());
            await GivenSettledAsync(Hanoi, Id(Hanoi, i));
        }
    }

    [Fact]
    public async Task a_message_is_not_leased_before_it_is_due()
    {
        await GivenAsync(Sample.Append(await ReadAsync(Hanoi), "op-1").Sending(Cluster, Sample.Noon.AddDays(1)));

        Assert.Empty(await LeaseIdsAsync(Sample.Noon));
        Assert.Empty(await LeaseIdsAsync(Sample.Noon.AddDays(1).AddMilliseconds(-1)));
        Assert.Equal([Id(Hanoi, 1)], await LeaseIdsAsync(Sample.Noon.AddDays(1)));
    }

    [Fact]
    public async Task a_wake_up_due_in_december_does_not_hold_back_what_is_sent_in_march()
    {
        await GivenAsync(Sample.Append(await ReadAsync(Hanoi), "deadline").Sending(Cluster, Sample.Noon.AddMonths(9)));
        await GivenMessagesAsync(Hanoi, "report", Cluster);

        Assert.Equal([Id(Hanoi, 2)], await LeaseIdsAsync());
        Assert.Empty(await LeaseIdsAsync(Sample.Noon.AddMonths(9)));
        await GivenSettledAsync(Hanoi, Id(Hanoi, 2));
        Assert.Equal([Id(Hanoi, 1)], await LeaseIdsAsync(Sample.Noon.AddMonths(9)));
    }

    [Fact]
    public async Task what_is_due_earlier_waits_for_what_is_already_under_way()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster);
        await LeaseIdsAsync();
        await GivenAsync(Sample.Append(await ReadAsync(Hanoi), "op-2").Sending(Cluster, Sample.Noon.AddDays(-1)));

        Assert.Empty(await LeaseIdsAsync());
        await GivenSettledAsync(Hanoi, Id(Hanoi, 1));
        Assert.Equal([Id(Hanoi, 2)], await LeaseIdsAsync());
    }
}
