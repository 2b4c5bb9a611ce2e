using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Postgres;
using ClusterActors.Tests.Journal;
using Npgsql;
using static ClusterActors.Journal.AppendResult;

namespace ClusterActors.Tests.Postgres;

/// <summary>A server of its own that is killed and stopped while a store works on it, which is never opened anew.</summary>
public sealed class ServerFailureTests : IAsyncLifetime
{
    private static readonly string[] Clear = [StoreFault.StorageUnavailable, StoreFault.OutcomeUnknown];

    /// <summary>Stops listening before the server gives up by itself.</summary>
    private static readonly PostgresPatience Hasty = TestDatabase.Impatient with { Reply = TimeSpan.FromSeconds(1), IdleInTransaction = TimeSpan.FromSeconds(30) };

    private readonly PrivatePostgres postgres = new();

    public Task InitializeAsync() => postgres.InitializeAsync();

    public Task DisposeAsync() => postgres.DisposeAsync();

    [PostgresCiTheory, InlineData(true), InlineData(false)]
    public Task nothing_acknowledged_is_lost_and_nothing_doubled_when_the_server_is_killed_under_load(bool exclusive) =>
        KillAsync(exclusive, rounds: 2, more: 100);

    [PostgresCiTheory, InlineData(true), InlineData(false)]
    public Task nothing_is_lost_and_nothing_doubled_however_often_the_server_is_killed(bool exclusive) =>
        KillAsync(exclusive, rounds: 5, more: 200);

    private async Task KillAsync(bool exclusive, int rounds, int more)
    {
        await using var store = await (await postgres.CreateAsync()).OpenAsync(exclusive, patience: TestDatabase.Impatient);
        var load = new Load(store, streams: 20);
        load.Begin();
        for (var i = 0; i < rounds; i++)
        {
            await load.ProgressAsync(more);
            await postgres.KillAsync();
            await postgres.StartAsync();
        }

        await load.ProgressAsync(more);
        await load.EndAsync();

        Assert.NotEmpty(load.Faults);
        Assert.Empty(load.Faults.Keys.Except(Clear));
        await load.CheckAsync();
    }

    /// <summary>To this process it is all one whether the disk under the server or the server itself stands still.</summary>
    [PostgresFact]
    public async Task a_server_process_that_stands_still_in_the_commit_holds_others_up_only_until_it_goes_on_and_doubles_nothing()
    {
        var database = await postgres.CreateAsync();
        await using var wire = CutWire.To(postgres.Port);
        var wired = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Port = wire.Port, SslMode = SslMode.Disable };
        await using var stopped = await (database with { ConnectionString = wired.ConnectionString }).OpenAsync(patience: Hasty);
        await using var other = await database.OpenAsync(patience: Hasty);
        await stopped.Journal.AppendAsync(Sample.Append(History.None("school:warm"), "op-1"));
        var append = Sample.Append(History.None("school:hn"), "op-1");

        wire.Set(CutWire.Trap.Stop);
        var late = stopped.Journal.AppendAsync(append);
        await wire.Sprung;
        var process = stopped.Writer.ServerProcess;
        await OwnProcess.SignalAsync("STOP", process);
        wire.Release();
        Assert.Equal(StoreFault.OutcomeUnknown, (await Assert.ThrowsAsync<JournalException>(() => late)).Code);

        // It still has the head of this stream, and of no other.
        Assert.IsType<Appended>(await other.Journal.AppendAsync(Sample.Append(History.None("school:hue"), "op-1")));
        var blocked = await Assert.ThrowsAsync<JournalException>(() => other.Journal.AppendAsync(Sample.Append(History.None("school:hn"), "other")));
        Assert.Equal(StoreFault.StorageUnavailable, blocked.Code);
        await OwnProcess.SignalAsync("CONT", process);

        var result = await stopped.Journal.AppendAsync(append);
        Assert.True(result is Appended or Duplicate, result.ToString());
        Assert.Equal(new Conflict(1), await other.Journal.AppendAsync(Sample.Append(History.None("school:hn"), "other")));
        Assert.Empty(await Verification.RunAsync(other.Reader));
        Assert.Equal(3, (await other.Reader.ReadHeadsAsync()).Position);
    }

    /// <summary>The server sleeps before each flush, as long as it lets itself be told to.</summary>
    [PostgresFact]
    public async Task a_slow_flush_is_no_fault()
    {
        var database = await postgres.CreateAsync();
        await database.TamperAsync($"ALTER DATABASE {database.Name} SET commit_delay = 100000; ALTER DATABASE {database.Name} SET commit_siblings = 0");
        await using var store = await database.OpenAsync(patience: TestDatabase.Impatient);
        Assert.Equal("100000 0", await store.Writer.WriteAsync(SettingsAsync, CancellationToken.None));
        var load = new Load(store, streams: 20);
        load.Begin();
        await load.ProgressAsync(100);
        await load.EndAsync();

        Assert.Empty(load.Faults);
        await load.CheckAsync();
    }

    private static async Task<string> SettingsAsync(NpgsqlConnection session)
    {
        await using var asking = new NpgsqlCommand("SELECT current_setting('commit_delay') || ' ' || current_setting('commit_siblings')", session);
        return (string)(await asking.ExecuteScalarAsync())!;
    }
}
