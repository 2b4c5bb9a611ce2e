using ClusterActors.Journal;
using static ClusterActors.Journal.AppendResult;

namespace ClusterActors.Tests.Journal;

public abstract partial class JournalContract
{
    [Fact]
    public async Task an_unknown_stream_has_version_0_and_no_events() => SameContent(History.None(Hanoi), await ReadAsync(Hanoi));

    [Theory]
    [InlineData(1, new long[] { 1, 2, 3 })]
    [InlineData(2, new long[] { 2, 3 })]
    [InlineData(3, new long[] { 3 })]
    [InlineData(4, new long[0])]
    [InlineData(long.MaxValue, new long[0])]
    public async Task a_stream_is_read_from_any_version_and_its_head_is_the_same(long from, long[] versions)
    {
        await GivenAsync(Hanoi, "op-1", events: 3);
        await GivenAsync(Hue, "op-1", events: 5);
        var whole = await ReadAsync(Hanoi);

        var tail = await Store.Journal.ReadAsync(Hanoi, from);

        Assert.Equal(versions, tail.Events.Select(e => e.Version));
        SameContent(whole with { Events = [.. whole.Events.Where(e => e.Version >= from)] }, tail);
    }

    [Fact]
    public async Task what_was_appended_is_read_back_byte_for_byte()
    {
        var first = await GivenAsync(Hanoi, "op-1", events: 3);
        var second = await GivenAsync(Hanoi, "op-2");

        var history = await ReadAsync(Hanoi);

        Assert.Equal(4, history.Version);
        Assert.Equal(second.Events[^1].Hash, history.Hash);
        SameContent(first.Events.Concat(second.Events).Select((e, i) => e with { Position = i + 1 }), history.Events);
    }

    [Fact]
    public async Task an_empty_payload_and_letters_of_every_script_are_read_back()
    {
        var at = Sample.Noon;
        var hash = Chain.Link(Hanoi, 1, "Đã-chốt-🏅", [], "ông Đỗ@school:hn", "op-ế", at, Chain.Start);
        var e = new JournalEvent(Hanoi, 1, 0, "Đã-chốt-🏅", [], "ông Đỗ@school:hn", "op-ế", at, Chain.Start, hash);
        await GivenAsync(Sample.Append(History.None(Hanoi), "op-ế") with { Events = [e], Answer = [] });

        SameContent(e with { Position = 1 }, Assert.Single((await ReadAsync(Hanoi)).Events));
        Assert.Empty((await Store.Views.FindAnswerAsync(Hanoi, "op-ế"))!);
    }

    [Fact]
    public async Task a_stale_append_conflicts_and_writes_nothing()
    {
        var stale = Sample.Append(await ReadAsync(Hanoi), "late").Sending(Cluster).Showing("school", "late");
        await GivenAsync(Hanoi, "early", events: 2);

        Assert.Equal(new Conflict(2), await Store.Journal.AppendAsync(stale));

        Assert.Equal(2, (await ReadAsync(Hanoi)).Version);
        Assert.Null(await Store.Views.FindAnswerAsync(Hanoi, "late"));
        Assert.Null(await Store.Views.FindAsync(Hanoi));
        Assert.Equal(new OutboxDepth(0, 0), await Store.Outbox.DepthAsync());
        Assert.Equal(2, (await AllEventsAsync()).Count);
    }

    [Fact]
    public async Task an_append_that_expects_too_much_conflicts()
    {
        var future = Sample.Append(new History(Hanoi, 5, Sample.Hash("made up"), []), "early");

        Assert.Equal(new Conflict(0), await Store.Journal.AppendAsync(future));
    }

    [Fact]
    public async Task a_refusal_without_events_is_kept_and_given_again()
    {
        await GivenAsync(Hanoi, "op-1");
        var refusal = await GivenAsync(Sample.Refusal(await ReadAsync(Hanoi), "refused"));

        SameContent(new Duplicate(refusal.RequestHash, refusal.Actor, refusal.Answer), (Duplicate)await Store.Journal.AppendAsync(refusal));
        Assert.Equal(1, (await ReadAsync(Hanoi)).Version);
    }

    [Fact]
    public async Task a_refusal_can_be_the_first_answer_of_a_stream()
    {
        await GivenAsync(Sample.Refusal(History.None(Hanoi), "refused"));

        SameContent(History.None(Hanoi), await ReadAsync(Hanoi));
        await GivenAsync(Hanoi, "op-1");
    }

    [Fact]
    public async Task a_stale_refusal_conflicts_and_is_not_kept()
    {
        var stale = Sample.Refusal(await ReadAsync(Hanoi), "refused");
        await GivenAsync(Hanoi, "op-1");

        Assert.Equal(new Conflict(1), await Store.Journal.AppendAsync(stale));
        Assert.Null(await Store.Views.FindAnswerAsync(Hanoi, "refused"));
    }

    [Fact]
    public async Task a_repeated_operation_is_a_duplicate_before_it_is_a_conflict()
    {
        var first = await GivenAsync(Hanoi, "op-1");
        await GivenAsync(Hanoi, "op-2");

        Assert.IsType<Duplicate>(await Store.Journal.AppendAsync(first));
    }

    [Fact]
    public async Task a_duplicate_gives_what_was_stored_first_and_writes_nothing()
    {
        var first = await GivenAsync(Hanoi, "op-1");
        var other = Sample.Append(await ReadAsync(Hanoi), "op-1").Sending(Cluster).Showing("school", "other") with
        {
            RequestHash = Sample.Hash("another request"),
            Actor = "p2@school:hue",
            Answer = Sample.Bytes("another answer"),
        };

        SameContent(new Duplicate(first.RequestHash, first.Actor, first.Answer), (Duplicate)await Store.Journal.AppendAsync(other));

        Assert.Equal(1, (await ReadAsync(Hanoi)).Version);
        Assert.Equal(first.Answer, await Store.Views.FindAnswerAsync(Hanoi, "op-1"));
        Assert.Null(await Store.Views.FindAsync(Hanoi));
        Assert.Equal(new OutboxDepth(0, 0), await Store.Outbox.DepthAsync());
    }

    [Fact]
    public async Task one_operation_id_on_two_streams_is_two_operations()
    {
        await GivenAsync(Hanoi, "op-1");
        await GivenAsync(Hue, "op-1");
    }
}
