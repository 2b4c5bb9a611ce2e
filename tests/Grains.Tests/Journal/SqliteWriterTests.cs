using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Sqlite;
using static ClusterActors.Journal.AppendResult;

namespace ClusterActors.Tests.Journal;

/// <summary>What becomes of a batch.</summary>
public sealed class SqliteWriterTests : IAsyncLifetime
{
    private readonly GatedStore gated = GatedStore.Open();

    private SqliteStore Store => gated.Store;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await gated.DisposeAsync();

    private static Append Append(string stream, string operation = "op-1", int events = 1) =>
        Sample.Append(History.None(stream), operation, events);

    [Fact]
    public async Task two_appends_to_one_stream_in_one_batch_see_each_other()
    {
        var first = Append("school:hn", "op-1", events: 2);
        var second = Sample.Append(new History("school:hn", 2, first.Events[1].Hash, []), "op-2");

        await gated.HoldAsync();
        var appends = new[] { first, second, Append("school:hn", "op-3"), first };
        var results = appends.Select(append => Store.Journal.AppendAsync(append)).ToList();
        gated.Release();

        Assert.Collection(
            await Task.WhenAll(results),
            result => Assert.IsType<Appended>(result),
            result => Assert.IsType<Appended>(result),
            result => Assert.Equal(new Conflict(3), result),
            result => Assert.IsType<Duplicate>(result));
        Assert.Empty(await Verification.RunAsync(Store.Reader));
    }

    [Fact]
    public async Task a_poison_append_fails_alone_in_its_batch_and_leaves_no_gap()
    {
        var poison = Append("school:poison").Sending("cluster:8");
        var malformed = Append("school:malformed") with { SettlesMessage = "school:malformed/1.0" };

        await gated.HoldAsync();
        var before = Store.Journal.AppendAsync(Append("school:a").Sending("cluster:8"));
        var failing = Store.Journal.AppendAsync(poison with { Messages = [poison.Messages[0], poison.Messages[0]] });
        var between = Store.Journal.AppendAsync(Append("school:b").Sending("cluster:8"));
        var unjoined = Store.Journal.AppendAsync(malformed);
        var after = Store.Journal.AppendAsync(Append("school:c").Sending("cluster:8"));
        gated.Release();

        Assert.Equal(StoreFault.AppendFailed, await GatedStore.FaultAsync(failing));
        Assert.Equal(StoreFault.AppendMalformed, await GatedStore.FaultAsync(unjoined));
        Assert.All(await Task.WhenAll(before, between, after), result => Assert.IsType<Appended>(result));
        Assert.Empty(await Verification.RunAsync(Store.Reader));
        Assert.Equal(3, (await Store.Reader.ReadHeadsAsync()).Position);
        Assert.Equal(new OutboxDepth(3, 0), await Store.Outbox.DepthAsync());
    }

    [Fact]
    public async Task nothing_is_visible_or_answered_before_the_commit()
    {
        await gated.HoldAsync();
        var append = Store.Journal.AppendAsync(Append("school:hn"));

        Assert.Equal(0, (await Store.Journal.ReadAsync("school:hn")).Version);
        Assert.False(append.IsCompleted);
        gated.Release();
        await append;
        Assert.Equal(1, (await Store.Journal.ReadAsync("school:hn")).Version);
    }

    [Fact]
    public async Task closing_writes_what_has_been_queued()
    {
        await gated.HoldAsync();
        var append = Store.Journal.AppendAsync(Append("school:hn"));
        var closing = Store.DisposeAsync();
        Assert.Equal(StoreFault.StoreClosed, await GatedStore.FaultAsync(Store.Journal.AppendAsync(Append("school:hue"))));
        gated.Release();

        Assert.IsType<Appended>(await append);
        await closing;
        await using var again = gated.Folder.Open(new FakeClock());
        Assert.Equal(1, (await again.Journal.ReadAsync("school:hn")).Version);
    }
}
