using ClusterActors.Journal;

namespace ClusterActors.Tests.Journal;

public abstract partial class StoreContract
{
    private const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public async Task a_message_has_the_trace_of_its_append_with_it_wherever_it_is_read()
    {
        var append = Sample.Append(await ReadAsync(Hanoi), "op-1").Sending(Cluster).Sending("school:hue");
        await GivenAsync(append with { Messages = [append.Messages[0] with { Trace = Trace }, append.Messages[1]] });

        var leased = await Store.Outbox.LeaseAsync(Sample.Noon, TimeSpan.FromSeconds(30), 10);
        Assert.Equal([Trace, null], leased.Select(message => message.Message.Trace));
        await Store.Outbox.ParkAsync(leased[0].Message.Id);
        Assert.Equal(Trace, Assert.Single(await Store.Outbox.ListParkedAsync()).Trace);
    }

    [Fact]
    public async Task the_oldest_message_is_the_one_that_could_have_been_carried_longest()
    {
        Assert.Null(await Store.OutboxAge.OldestAsync());
        var now = DateTimeOffset.UtcNow;
        await GivenAsync(Sample.Append(await ReadAsync(Hanoi), "later").Sending(Cluster, due: now.AddYears(1)));
        Assert.Null(await Store.OutboxAge.OldestAsync());

        await GivenAsync(Sample.Append(await ReadAsync(Hanoi), "at once").Sending("school:hue", due: DateTimeOffset.UnixEpoch));
        Assert.NotNull(await Store.OutboxAge.OldestAsync());
        var atOnce = Sample.MessageId(Hanoi, 2, 0);
        await Store.Outbox.ParkAsync(atOnce);
        Assert.Null(await Store.OutboxAge.OldestAsync());
        await Store.Outbox.ResumeAsync(atOnce);
        await GivenAsync(Sample.Append(await ReadAsync(Hanoi), "answered") with { SettlesMessage = atOnce });
        Assert.Null(await Store.OutboxAge.OldestAsync());
    }
}
