using ClusterActors.Journal;

namespace ClusterActors.Tests.Journal;

public abstract partial class JournalContract
{
    [Fact]
    public async Task a_lease_that_ran_out_is_given_again()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster, Cluster);
        Assert.Equal([Id(Hanoi, 1)], await LeaseIdsAsync());

        Clock.Advance(Lease - TimeSpan.FromMilliseconds(1));
        Assert.Empty(await LeaseIdsAsync());
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        var again = Assert.Single(await Store.Outbox.LeaseAsync(Sample.Noon, Lease, 10));

        Assert.Equal((Id(Hanoi, 1), 2), (again.Message.Id, again.Tries));
    }

    [Fact]
    public async Task a_retry_waits_for_its_delay_and_its_successors_wait_with_it()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster, Cluster);
        await LeaseIdsAsync();
        await Store.Outbox.RetryAsync(Id(Hanoi, 1), TimeSpan.FromSeconds(5));

        Assert.Empty(await LeaseIdsAsync());
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal([Id(Hanoi, 1)], await LeaseIdsAsync());
    }

    [Fact]
    public async Task a_parked_message_holds_back_its_successors_and_nobody_elses_until_it_goes_on()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster, Cluster, "campaign:8:2020");
        await LeaseIdsAsync();
        await Store.Outbox.ParkAsync(Id(Hanoi, 1));

        Clock.Advance(Lease);
        Assert.Equal(new OutboxDepth(2, 1), await Store.Outbox.DepthAsync());
        Assert.Equal([Id(Hanoi, 1, 2)], await LeaseIdsAsync());
        Assert.True(await Store.Outbox.ResumeAsync(Id(Hanoi, 1)));
        Assert.Equal([Id(Hanoi, 1)], await LeaseIdsAsync());
    }

    [Fact]
    public async Task a_stale_answer_settles_nothing()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster);
        var stale = Sample.Append(await ReadAsync(Hanoi), "answered") with { SettlesMessage = Id(Hanoi, 1) };
        await GivenAsync(Hanoi, "op-2");

        Assert.IsType<AppendResult.Conflict>(await Store.Journal.AppendAsync(stale));
        Assert.Equal([Id(Hanoi, 1)], await LeaseIdsAsync());
    }

    [Fact]
    public async Task nobody_settles_another_stream_s_message()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster);

        await FaultAsync(Sample.Append(await ReadAsync(Hue), "answered") with { SettlesMessage = Id(Hanoi, 1) });
        Assert.Equal(new OutboxDepth(1, 0), await Store.Outbox.DepthAsync());
    }

    [Fact]
    public async Task messages_and_their_tries_survive_reopening_and_leases_do_not()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster);
        await GivenMessagesAsync(Hue, "op-1", Cluster);
        await LeaseIdsAsync();
        await GivenSettledAsync(Hue, Id(Hue, 1));

        await ReopenAsync();

        var again = Assert.Single(await Store.Outbox.LeaseAsync(Sample.Noon, Lease, 10));
        Assert.Equal((Id(Hanoi, 1), 2), (again.Message.Id, again.Tries));
    }

    [Fact]
    public async Task parked_messages_are_listed_and_go_on_when_they_are_told_to()
    {
        await GivenMessagesAsync(Hanoi, "op-1", Cluster, Hue);
        Assert.Equal([Id(Hanoi, 1, 0), Id(Hanoi, 1, 1)], await LeaseIdsAsync());
        await Store.Outbox.ParkAsync(Id(Hanoi, 1, 0));
        Assert.Equal([Id(Hanoi, 1, 0)], (await Store.Outbox.ListParkedAsync()).Select(m => m.Id));

        Assert.False(await Store.Outbox.ResumeAsync(Id(Hanoi, 1, 1)));
        Assert.True(await Store.Outbox.ResumeAsync(Id(Hanoi, 1, 0)));
        Assert.Empty(await Store.Outbox.ListParkedAsync());
        var again = Assert.Single(await Store.Outbox.LeaseAsync(Sample.Noon, Lease, 10));
        Assert.Equal((Id(Hanoi, 1, 0), 1), (again.Message.Id, again.Tries));
        Assert.False(await Store.Outbox.ResumeAsync(Id(Hanoi, 1, 0)));
    }
}
