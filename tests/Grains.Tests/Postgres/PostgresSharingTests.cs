using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Tests.Journal;
using static ClusterActors.Journal.AppendResult;

namespace ClusterActors.Tests.Postgres;

/// <summary>Two stores on one database, as two silos have them.</summary>
[Collection(PostgresServer.Name)]
public sealed class PostgresSharingTests(PrivatePostgres postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly FakeClock clock = new();
    private TestDatabase database = null!;
    private PostgresStore one = null!;
    private PostgresStore other = null!;

    public async Task InitializeAsync()
    {
        database = await postgres.CreateAsync();
        one = await database.OpenAsync(clock: clock);
        other = await database.OpenAsync(clock: clock);
    }

    public async Task DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    private async Task IsSoundAsync(long events)
    {
        Assert.Empty(await Verification.RunAsync(one.Reader));
        Assert.Equal(events, (await one.Reader.ReadHeadsAsync()).Position);
    }

    [PostgresFact]
    public async Task of_two_writers_on_one_stream_exactly_one_wins_each_version()
    {
        var won = new int[2];
        await Task.WhenAll(new[] { one, other }.Select(async (store, writer) =>
        {
            for (var i = 0; i < 60; i++)
            {
                var append = Sample.Append(await store.Journal.ReadAsync("school:hn"), $"op-{writer}-{i}");
                if (await store.Journal.AppendAsync(append) is Appended)
                    won[writer]++;
            }
        }));

        Assert.True(won.Sum() >= 60, $"{won[0]} + {won[1]}");
        await IsSoundAsync(won.Sum());
    }

    [PostgresFact]
    public async Task two_writers_with_the_same_operations_write_each_once()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 60).SelectMany(i => new[] { one, other }.Select(store =>
            Task.Run(() => store.Journal.AppendAsync(Sample.Append(History.None($"school:s{i}"), "op-1"))))));
        var refusals = await Task.WhenAll(Enumerable.Range(0, 60).SelectMany(i => new[] { one, other }.Select(store =>
            Task.Run(() => store.Journal.AppendAsync(Sample.Refusal(History.None($"school:r{i}"), "op-1"))))));

        Assert.Equal((60, 60), (results.OfType<Appended>().Count(), results.OfType<Duplicate>().Count()));
        Assert.Equal((60, 60), (refusals.OfType<Appended>().Count(), refusals.OfType<Duplicate>().Count()));
        await IsSoundAsync(60);
    }

    [PostgresFact]
    public async Task two_writers_on_many_streams_in_opposite_order_leave_positions_without_gaps()
    {
        const int Streams = 30, Appends = 8;
        await Task.WhenAll(new[] { one, other }.SelectMany((store, writer) => Enumerable.Range(0, Streams).Select(async n =>
        {
            var stream = $"school:s{(writer == 0 ? n : Streams - 1 - n)}";
            for (var i = 0; i < Appends; i++)
            {
                AppendResult result;
                do
                    result = await store.Journal.AppendAsync(Sample.Append(await store.Journal.ReadAsync(stream), $"op-{writer}-{i}"));
                while (result is Conflict);
                Assert.IsType<Appended>(result);
            }
        })));

        await IsSoundAsync(2 * Streams * Appends);
    }

    [PostgresFact]
    public async Task a_reader_that_follows_by_position_misses_nothing_while_two_write()
    {
        const int Each = 80;
        var writing = Task.WhenAll(new[] { one, other }.Select(async (store, writer) =>
        {
            for (var i = 0; i < Each; i++)
                await store.Journal.AppendAsync(Sample.Append(History.None($"school:s{writer}-{i}"), "op-1"));
        }));

        var seen = 0L;
        while (seen < 2 * Each)
        {
            await foreach (var e in one.Reader.ReadAllAsync(seen))
                Assert.Equal(++seen, e.Position);
        }

        await writing;
    }

    [PostgresFact]
    public async Task two_dispatchers_never_have_two_messages_of_a_pair()
    {
        for (var source = 0; source < 10; source++)
        {
            var append = Sample.Append(History.None($"school:s{source}"), "op-1");
            for (var i = 0; i < 4; i++)
                append = append.Sending("cluster:8");
            await one.Journal.AppendAsync(append);
        }

        var order = new Dictionary<string, List<int>>();
        await Task.WhenAll(new[] { one, other }.Select(async store =>
        {
            while ((await store.Outbox.DepthAsync()).Waiting > 0)
            {
                var leased = await store.Outbox.LeaseAsync(Sample.Noon, Lease, 3);
                Assert.Equal(leased.Count, leased.Select(lease => lease.Message.Source).Distinct().Count());
                foreach (var (message, tries) in leased)
                {
                    Assert.Equal(1, tries);
                    lock (order)
                        (order.TryGetValue(message.Source, out var list) ? list : order[message.Source] = []).Add(message.Index);
                    var head = await store.Journal.ReadAsync(message.Source);
                    var settled = Sample.Append(head, "outbox:" + message.Id) with { SettlesMessage = message.Id };
                    Assert.IsType<Appended>(await store.Journal.AppendAsync(settled));
                }
            }
        }));

        Assert.Equal(10, order.Count);
        Assert.All(order.Values, indexes => Assert.Equal([0, 1, 2, 3], indexes));
    }

    [PostgresFact]
    public async Task a_dispatcher_whose_lease_ran_out_does_not_touch_its_successor_s()
    {
        await one.Journal.AppendAsync(Sample.Append(History.None("school:hn"), "op-1").Sending("cluster:8"));
        var id = Assert.Single(await one.Outbox.LeaseAsync(Sample.Noon, Lease, 10)).Message.Id;
        clock.Advance(Lease);
        Assert.Single(await other.Outbox.LeaseAsync(Sample.Noon, Lease, 10));

        await one.Outbox.RetryAsync(id, TimeSpan.Zero);
        await one.Outbox.ParkAsync(id);

        Assert.Equal(new OutboxDepth(1, 0), await one.Outbox.DepthAsync());
        Assert.Empty(await one.Outbox.LeaseAsync(Sample.Noon, Lease, 10));
    }

    [PostgresFact]
    public async Task a_store_that_closes_gives_its_leases_back_and_leaves_the_others_theirs()
    {
        await one.Journal.AppendAsync(Sample.Append(History.None("school:hn"), "op-1").Sending("cluster:8"));
        await one.Outbox.LeaseAsync(Sample.Noon, Lease, 10);
        await one.Journal.AppendAsync(Sample.Append(History.None("school:hue"), "op-1").Sending("cluster:8"));
        await other.Outbox.LeaseAsync(Sample.Noon, Lease, 10);

        await other.DisposeAsync();

        Assert.Equal(["school:hue"], (await one.Outbox.LeaseAsync(Sample.Noon, Lease, 10)).Select(lease => lease.Message.Source));
    }

    [PostgresFact]
    public async Task one_key_enrolled_twice_at_once_belongs_to_one_person()
    {
        for (var i = 0; i < 10; i++)
        {
            var key = Sample.Hash($"key {i}");
            var enrolled = await Task.WhenAll(
                Task.Run(() => one.People.EnrolAsync(new PersonRecord($"a{i}", "school:hn"), key)),
                Task.Run(() => other.People.EnrolAsync(new PersonRecord($"b{i}", "school:hn"), key)));

            Assert.Single(enrolled, won => won);
            Assert.Equal(enrolled[0] ? $"a{i}" : $"b{i}", (await one.People.FindByKeyAsync(key))!.Person);
        }
    }

    [PostgresFact]
    public async Task two_checkpoints_at_once_are_one()
    {
        await one.Journal.AppendAsync(Sample.Append(History.None("school:hn"), "op-1"));

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).Checkpoints.MakeAsync())));

        Assert.All(made, checkpoint => Assert.Equal(1, checkpoint.Number));
        Assert.Single(await one.Reader.ReadCheckpointsAsync());
    }

    [PostgresFact]
    public async Task who_must_be_alone_is_kept_out_by_those_who_share()
    {
        var fault = await Assert.ThrowsAsync<JournalException>(() => database.OpenAsync(exclusive: true));

        Assert.Equal(StoreFault.DataFolderInUse, fault.Code);
        Assert.Contains($"process {Environment.ProcessId}", fault.Message, StringComparison.Ordinal);
    }
}
