using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Tests.Journal;
using Npgsql;
using static ClusterActors.Journal.AppendResult;

namespace ClusterActors.Tests.Postgres;

/// <summary>What becomes of writes when connections fail: lost, stopped, refused, or not to be had.</summary>
[Collection(PostgresServer.Name)]
public sealed class PostgresConnectionTests(PrivatePostgres postgres) : IAsyncLifetime
{
    private CutWire wire = null!;
    private TestDatabase database = null!;

    public async Task InitializeAsync()
    {
        wire = CutWire.To(postgres.Port);
        database = await postgres.CreateAsync();
    }

    public async Task DisposeAsync() => await wire.DisposeAsync();

    private TestDatabase OverTheWire => database with
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = wire.Port, SslMode = SslMode.Disable }.ConnectionString,
    };

    private static Append Append(string stream, string operation = "op-1") => Sample.Append(History.None(stream), operation);

    private static async Task<string> FaultAsync(Task task) => (await Assert.ThrowsAsync<JournalException>(() => task)).Code;

    /// <summary>So that every statement of a batch is prepared and a batch is two exchanges.</summary>
    private static async Task WarmAsync(PostgresStore store) => Assert.IsType<Appended>(await store.Journal.AppendAsync(Append("school:warm")));

    private static async Task<Task<AppendResult>[]> TogetherAsync(PostgresStore store, params Append[] appends)
    {
        var gate = await store.HoldAsync();
        var results = appends.Select(append => store.Journal.AppendAsync(append)).ToArray();
        gate.SetResult();
        return results;
    }

    [PostgresTheory, InlineData(true), InlineData(false)]
    public async Task a_connection_lost_in_the_commit_leaves_the_outcome_of_its_whole_batch_unknown(bool applied)
    {
        await using var store = await OverTheWire.OpenAsync(exclusive: true);
        await WarmAsync(store);
        var (hanoi, hue) = (Append("school:hn"), Append("school:hue"));

        wire.Set(applied ? CutWire.Trap.CutAfterCommit : CutWire.Trap.CutBeforeCommit);
        foreach (var result in await TogetherAsync(store, hanoi, hue))
            Assert.Equal(StoreFault.OutcomeUnknown, await FaultAsync(result));

        foreach (var repeated in new[] { hanoi, hue })
        {
            var result = await store.Journal.AppendAsync(repeated);
            Assert.True(applied ? result is Duplicate : result is Appended, result.ToString());
        }

        Assert.Empty(await Verification.RunAsync(store.Reader));
        Assert.Equal(3, (await store.Reader.ReadHeadsAsync()).Position);
    }

    [PostgresFact]
    public async Task a_writer_stopped_in_its_transaction_is_thrown_out_and_finds_its_stream_moved_on_when_it_wakes()
    {
        await using var stopped = await OverTheWire.OpenAsync(patience: TestDatabase.Impatient);
        await using var other = await database.OpenAsync();
        await WarmAsync(stopped);

        wire.Set(CutWire.Trap.Stop);
        var late = stopped.Journal.AppendAsync(Append("school:hn", "late"));
        await wire.Sprung;
        Assert.IsType<Appended>(await other.Journal.AppendAsync(Append("school:hue")));
        Assert.IsType<Appended>(await other.Journal.AppendAsync(Append("school:hn", "early")));
        wire.Release();

        // It tries once more by itself if it has read that it was thrown out, and cannot know if the wire broke first.
        try
        {
            Assert.Equal(new Conflict(1), await late);
        }
        catch (JournalException fault)
        {
            Assert.Equal(StoreFault.OutcomeUnknown, fault.Code);
        }

        Assert.Equal(new Conflict(1), await stopped.Journal.AppendAsync(Append("school:hn", "late")));
        Assert.Empty(await Verification.RunAsync(other.Reader));
        Assert.Equal(3, (await other.Reader.ReadHeadsAsync()).Position);
    }

    [PostgresFact]
    public async Task a_session_that_died_while_idle_is_replaced_and_nobody_notices()
    {
        await using var store = await database.OpenAsync(exclusive: true);
        await WarmAsync(store);
        await database.EndSessionsAsync();

        Assert.IsType<Appended>(await store.Journal.AppendAsync(Append("school:hn")));
        Assert.Equal(1, (await store.Journal.ReadAsync("school:hn")).Version);
    }

    [PostgresFact]
    public async Task a_store_that_lost_its_lock_stops_writing_until_it_has_it_again()
    {
        await using var store = await database.OpenAsync(exclusive: true, patience: TestDatabase.Impatient);
        await WarmAsync(store);
        var usurping = await PrivatePostgres.UsurpAsync(database, store.Writer.ServerProcess);

        var refused = await Assert.ThrowsAsync<JournalException>(() => store.Journal.AppendAsync(Append("school:hn")));
        Assert.Equal(StoreFault.DataFolderInUse, refused.Code);
        Assert.Contains("usurper", refused.Message, StringComparison.Ordinal);
        Assert.Equal(StoreFault.DataFolderInUse, await FaultAsync(store.Outbox.LeaseAsync(Sample.Noon, TimeSpan.FromSeconds(30), 10)));
        Assert.Equal(StoreFault.DataFolderInUse, await FaultAsync(store.Blobs.PutAsync(Sample.Bytes("x"))));
        Assert.Equal(1, (await store.Journal.ReadAsync("school:warm")).Version);

        await usurping.DisposeAsync();
        Assert.IsType<Appended>(await store.Journal.AppendAsync(Append("school:hn")));
    }

    [PostgresFact]
    public async Task a_second_store_that_must_be_alone_is_told_who_is_there_and_comes_in_afterwards()
    {
        var first = await database.OpenAsync(exclusive: true);

        foreach (var exclusive in new[] { true, false })
        {
            var fault = await Assert.ThrowsAsync<JournalException>(() => database.OpenAsync(exclusive));
            Assert.Equal(StoreFault.DataFolderInUse, fault.Code);
            Assert.Contains($"ClusterActors process {Environment.ProcessId}", fault.Message, StringComparison.Ordinal);
        }

        await first.DisposeAsync();
        await (await database.OpenAsync(exclusive: true)).DisposeAsync();
    }

    [PostgresFact]
    public async Task an_exhausted_pool_is_unavailable_for_as_long_as_it_is_exhausted()
    {
        await using var store = await database.OpenAsync(more: "Maximum Pool Size=2;Timeout=1");
        var taken = await store.DataSource.OpenConnectionAsync();
        Assert.Equal(StoreFault.StorageUnavailable, await FaultAsync(store.Journal.ReadAsync("school:hn")));
        Assert.IsType<Appended>(await store.Journal.AppendAsync(Append("school:hn")));

        await taken.DisposeAsync();

        // The writer loses its connection to somebody else.
        var both = await store.Writer.WriteAsync(
            async connection =>
            {
                await connection.CloseAsync();
                return new[] { await store.DataSource.OpenConnectionAsync(), await store.DataSource.OpenConnectionAsync() };
            },
            CancellationToken.None);
        Assert.Equal(StoreFault.StorageUnavailable, await FaultAsync(store.Journal.AppendAsync(Append("school:hue"))));
        foreach (var connection in both)
            await connection.DisposeAsync();

        Assert.IsType<Appended>(await store.Journal.AppendAsync(Append("school:hue")));
        Assert.Equal(1, (await store.Journal.ReadAsync("school:hue")).Version);
    }

    [PostgresFact]
    public async Task a_server_that_gives_no_more_connections_is_unavailable_until_it_gives_some_again()
    {
        await database.TamperAsync("CREATE ROLE crowded LOGIN IN ROLE clusteractors_app");
        var crowded = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "crowded" };
        await using var store = await (database with { ConnectionString = crowded.ConnectionString }).OpenAsync();
        await WarmAsync(store);
        await database.TamperAsync("ALTER ROLE crowded CONNECTION LIMIT 0");
        await database.EndSessionsAsync();

        Assert.Equal(StoreFault.StorageUnavailable, await FaultAsync(store.Journal.AppendAsync(Append("school:hn"))));
        Assert.Equal(StoreFault.StorageUnavailable, await FaultAsync(store.Journal.ReadAsync("school:warm")));
        await database.TamperAsync("ALTER ROLE crowded CONNECTION LIMIT -1");

        Assert.IsType<Appended>(await store.Journal.AppendAsync(Append("school:hn")));
        Assert.Equal(1, (await store.Journal.ReadAsync("school:warm")).Version);
    }

    [PostgresFact]
    public async Task a_stream_that_somebody_holds_fails_alone()
    {
        await using var store = await database.OpenAsync(patience: TestDatabase.Impatient);
        await store.Journal.AppendAsync(Append("school:hn"));
        var next = Sample.Append(await store.Journal.ReadAsync("school:hn"), "op-2");
        await using (var holder = new NpgsqlConnection(database.ConnectionString))
        {
            await holder.OpenAsync();
            await using var transaction = await holder.BeginTransactionAsync();
            await using var hold = new NpgsqlCommand("SELECT FROM streams WHERE stream = 'school:hn' FOR UPDATE", holder);
            await hold.ExecuteNonQueryAsync();

            var results = await TogetherAsync(store, next, Append("school:hue"));
            Assert.Equal(StoreFault.StorageUnavailable, await FaultAsync(results[0]));
            Assert.IsType<Appended>(await results[1]);
        }

        Assert.IsType<Appended>(await store.Journal.AppendAsync(next));
    }

    [PostgresFact]
    public async Task positions_that_somebody_holds_are_waited_for_and_then_nobody_is_written()
    {
        await using var store = await database.OpenAsync(patience: TestDatabase.Impatient);
        await using (var holder = new NpgsqlConnection(database.ConnectionString))
        {
            await holder.OpenAsync();
            await using var hold = new NpgsqlCommand($"SELECT pg_advisory_lock({StoreLocks.Position})", holder);
            await hold.ExecuteNonQueryAsync();

            foreach (var result in await TogetherAsync(store, Append("school:hn"), Append("school:hue")))
                Assert.Equal(StoreFault.StorageUnavailable, await FaultAsync(result));
            Assert.IsType<Appended>(await store.Journal.AppendAsync(Sample.Refusal(History.None("school:hn"), "refused")));
            await using var free = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", holder);
            await free.ExecuteNonQueryAsync();
        }

        Assert.IsType<Appended>(await store.Journal.AppendAsync(Append("school:hn")));
        Assert.Equal(1, (await store.Reader.ReadHeadsAsync()).Position);
    }
}
