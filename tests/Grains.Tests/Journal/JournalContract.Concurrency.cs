using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Tests.Journal;

public abstract partial class JournalContract
{
    [Fact]
    public async Task of_many_appends_at_one_version_exactly_one_wins()
    {
        var head = await ReadAsync(Hanoi);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Store.Journal.AppendAsync(Sample.Append(head, string.Create(CultureInfo.InvariantCulture, $"op-{i}")))));

        Assert.Single(results.OfType<AppendResult.Appended>());
        Assert.All(results.OfType<AppendResult.Conflict>(), conflict => Assert.Equal(1, conflict.ActualVersion));
        Assert.Equal(19, results.OfType<AppendResult.Conflict>().Count());
        Assert.Equal(1, (await ReadAsync(Hanoi)).Version);
    }

    [Fact]
    public async Task of_many_repetitions_of_one_operation_exactly_one_is_written()
    {
        var append = Sample.Append(await ReadAsync(Hanoi), "op-1");
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Store.Journal.AppendAsync(append)));

        Assert.Single(results.OfType<AppendResult.Appended>());
        Assert.Equal(19, results.OfType<AppendResult.Duplicate>().Count());
    }

    [Fact]
    public async Task many_appends_over_many_streams_all_commit_in_an_order_without_gaps()
    {
        const int Streams = 40, Appends = 10;
        await Task.WhenAll(Enumerable.Range(0, Streams).Select(async stream =>
        {
            for (var i = 0; i < Appends; i++)
                await GivenAsync(Name(stream), string.Create(CultureInfo.InvariantCulture, $"op-{i}"), events: 1 + (i % 2));
        }));

        var events = await AllEventsAsync();
        Assert.Equal(Enumerable.Range(1, Streams * Appends * 3 / 2).Select(i => (long)i), events.Select(e => e.Position));
        Assert.All(
            events.GroupBy(e => e.Stream),
            ofOne => Assert.Equal(Enumerable.Range(1, 15).Select(i => (long)i), ofOne.Select(e => e.Version)));
        Assert.Empty(await Verification.RunAsync(Store.Reader));

        static string Name(int stream) => string.Create(CultureInfo.InvariantCulture, $"school:s{stream}");
    }

    [Fact]
    public async Task what_begins_after_an_answer_stands_behind_it()
    {
        await GivenAsync(Hue, "op-1");
        await GivenAsync(Hanoi, "op-1");
        await GivenAsync(Hue, "op-2");

        Assert.Equal([(1, Hue), (2, Hanoi), (3, Hue)], (await AllEventsAsync()).Select(e => (e.Position, e.Stream)));
    }

    [Fact]
    public async Task a_poison_append_fails_alone()
    {
        // Well-formed as such, but no store can keep two messages under one id.
        var poison = Sample.Append(History.None("school:poison"), "op-1").Sending(Cluster);
        poison = poison with { Messages = [poison.Messages[0], poison.Messages[0]] };

        var tasks = Enumerable.Range(0, 20)
            .Select(i => Store.Journal.AppendAsync(i == 10
                ? poison
                : Sample.Append(History.None(string.Create(CultureInfo.InvariantCulture, $"school:s{i}")), "op-1").Sending(Cluster)))
            .ToList();
        var fault = await Assert.ThrowsAsync<JournalException>(() => tasks[10]);
        tasks.RemoveAt(10);

        Assert.Equal(StoreFault.AppendFailed, fault.Code);
        Assert.All(await Task.WhenAll(tasks), result => Assert.IsType<AppendResult.Appended>(result));
        Assert.Equal(Enumerable.Range(1, 19).Select(i => (long)i), (await AllEventsAsync()).Select(e => e.Position));
        Assert.Equal(new OutboxDepth(19, 0), await Store.Outbox.DepthAsync());
        Assert.Equal(0, (await ReadAsync("school:poison")).Version);
        Assert.Null(await Store.Views.FindAnswerAsync("school:poison", "op-1"));
    }

    [Fact]
    public async Task a_closed_store_takes_and_gives_nothing()
    {
        var store = Store;
        var append = Sample.Append(History.None(Hanoi), "op-1");
        await CloseAsync();

        Assert.Equal(StoreFault.StoreClosed, (await Assert.ThrowsAsync<JournalException>(() => store.Journal.AppendAsync(append))).Code);
        Assert.Equal(StoreFault.StoreClosed, (await Assert.ThrowsAsync<JournalException>(() => store.Journal.ReadAsync(Hanoi))).Code);
    }
}
