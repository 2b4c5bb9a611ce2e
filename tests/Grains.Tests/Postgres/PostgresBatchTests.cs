using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Tests.Journal;
using static ClusterActors.Journal.AppendResult;

namespace ClusterActors.Tests.Postgres;

/// <summary>What becomes of a batch.</summary>
[Collection(PostgresServer.Name)]
public sealed class PostgresBatchTests(PrivatePostgres postgres) : IAsyncLifetime
{
    private TestDatabase database = null!;
    private PostgresStore store = null!;

    public async Task InitializeAsync()
    {
        database = await postgres.CreateAsync();
        store = await database.OpenAsync(exclusive: true);
    }

    public async Task DisposeAsync() => await store.DisposeAsync();

    private static Append Append(string stream, string operation = "op-1", int events = 1) =>
        Sample.Append(History.None(stream), operation, events);

    /// <summary>All in one batch, except that of each stream only one goes with it.</summary>
    private async Task<List<Task<AppendResult>>> TogetherAsync(params Append[] appends)
    {
        var gate = await store.HoldAsync();
        var results = appends.Select(append => store.Journal.AppendAsync(append)).ToList();
        gate.SetResult();
        return results;
    }

    private static async Task<string> FaultAsync(Task task) => (await Assert.ThrowsAsync<JournalException>(() => task)).Code;

    [PostgresFact]
    public async Task two_appends_to_one_stream_that_wait_together_see_each_other()
    {
        var first = Append("school:hn", "op-1", events: 2);
        var second = Sample.Append(new History("school:hn", 2, first.Events[1].Hash, []), "op-2");

        var results = await TogetherAsync(first, second, Append("school:hn", "op-3"), first);

        Assert.Collection(
            await Task.WhenAll(results),
            result => Assert.IsType<Appended>(result),
            result => Assert.IsType<Appended>(result),
            result => Assert.Equal(new Conflict(3), result),
            result => Assert.IsType<Duplicate>(result));
        Assert.Empty(await Verification.RunAsync(store.Reader));
    }

    [PostgresFact]
    public async Task winners_and_every_kind_of_loser_are_told_apart_in_one_batch()
    {
        await store.Journal.AppendAsync(Append("school:repeated"));
        await store.Journal.AppendAsync(Append("school:stale"));
        await store.Journal.AppendAsync(Append("school:unjoined"));
        var unjoined = Sample.Append(new History("school:unjoined", 1, Sample.Hash("another past"), []), "op-2");

        var results = await TogetherAsync(
            Append("school:a"),
            Append("school:repeated"),
            Append("school:stale", "op-2"),
            Sample.Append(new History("school:never-seen", 7, Sample.Hash("made up"), []), "op-1"),
            unjoined,
            Append("school:settles-nothing") with { SettlesMessage = "school:settles-nothing/1.0" },
            Sample.Refusal(History.None("school:refused"), "op-1"),
            Append("school:z", events: 3).Sending("cluster:8").Showing("school", "z"));

        Assert.IsType<Appended>(await results[0]);
        Assert.IsType<Duplicate>(await results[1]);
        Assert.Equal(new Conflict(1), await results[2]);
        Assert.Equal(new Conflict(0), await results[3]);
        Assert.Equal(StoreFault.AppendMalformed, await FaultAsync(results[4]));
        Assert.Equal(StoreFault.AppendMalformed, await FaultAsync(results[5]));
        Assert.IsType<Appended>(await results[6]);
        Assert.IsType<Appended>(await results[7]);
        Assert.Empty(await Verification.RunAsync(store.Reader));
        Assert.Equal(7, (await store.Reader.ReadHeadsAsync()).Position);
        Assert.DoesNotContain((await store.Reader.ReadHeadsAsync()).Heads, head => head.Version == 0);
    }

    public static TheoryData<string> Poisons => ["two messages under one id", "half a letter", "a key that no index can hold"];

    [PostgresTheory, MemberData(nameof(Poisons))]
    public async Task a_poison_append_fails_alone_and_leaves_no_gap(string kind)
    {
        var results = await TogetherAsync(
            Append("school:a").Sending("cluster:8"), Poison(kind), Append("school:z").Sending("cluster:8"));

        Assert.Equal(StoreFault.AppendFailed, await FaultAsync(results[1]));
        Assert.IsType<Appended>(await results[0]);
        Assert.IsType<Appended>(await results[2]);
        Assert.Empty(await Verification.RunAsync(store.Reader));
        Assert.Equal(2, (await store.Reader.ReadHeadsAsync()).Position);
        Assert.Equal(new OutboxDepth(2, 0), await store.Outbox.DepthAsync());
    }

    private static Append Poison(string kind)
    {
        var sound = Append("school:m").Sending("cluster:8");
        return kind switch
        {
            "two messages under one id" => sound with { Messages = [sound.Messages[0], sound.Messages[0]] },
            "half a letter" => sound with { OperationId = "op-\ud83c" },
            _ => sound with { OperationId = string.Concat(Enumerable.Range(0, 20_000).Select(i => Sample.Hash($"{i}")[0].ToString("x2", null))) },
        };
    }

    [PostgresFact]
    public async Task nothing_is_visible_or_answered_before_the_commit()
    {
        var gate = await store.HoldAsync();
        var append = store.Journal.AppendAsync(Append("school:hn"));

        Assert.Equal(0, (await store.Journal.ReadAsync("school:hn")).Version);
        Assert.False(append.IsCompleted);
        gate.SetResult();
        await append;
        Assert.Equal(1, (await store.Journal.ReadAsync("school:hn")).Version);
    }

    [PostgresFact]
    public async Task closing_writes_what_has_been_queued()
    {
        var gate = await store.HoldAsync();
        var append = store.Journal.AppendAsync(Append("school:hn"));
        var closing = store.DisposeAsync();
        gate.SetResult();

        Assert.IsType<Appended>(await append);
        await closing;
        await using var again = await database.OpenAsync(exclusive: true);
        Assert.Equal(1, (await again.Journal.ReadAsync("school:hn")).Version);
    }
}
