using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Sqlite;
using static ClusterActors.Journal.AppendResult;

namespace ClusterActors.Tests.Journal;

/// <summary>What becomes of writes when the medium fails beneath them.</summary>
public sealed class SqliteMediumTests : IAsyncLifetime
{
    private readonly GatedStore gated = GatedStore.Open();

    private SqliteStore Store => gated.Store;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await gated.DisposeAsync();

    private static Append Append(string stream) => Sample.Append(History.None(stream), "op-1");

    [Fact]
    public async Task the_writer_flushes_every_commit_to_a_write_ahead_log()
    {
        await gated.OnWriterAsync(db =>
        {
            Assert.Equal(2, db.Number("PRAGMA synchronous"));
            Assert.Equal("wal", db.First("PRAGMA journal_mode", row => row.GetString(0)));
        });
    }

    [Fact]
    public async Task a_commit_that_fails_leaves_the_outcome_of_its_whole_batch_unknown()
    {
        var commitFails = false;
        await gated.OnWriterAsync(db =>
            SQLitePCL.raw.sqlite3_commit_hook(db.Connection.Handle, _ => Volatile.Read(ref commitFails) ? 1 : 0, null));
        var (hanoi, hue) = (Append("school:hn"), Append("school:hue"));

        await gated.HoldAsync();
        Volatile.Write(ref commitFails, true);
        var appends = new[] { Store.Journal.AppendAsync(hanoi), Store.Journal.AppendAsync(hue) };
        gated.Release();
        foreach (var append in appends)
            Assert.Equal(StoreFault.OutcomeUnknown, await GatedStore.FaultAsync(append));

        Volatile.Write(ref commitFails, false);
        Assert.IsType<Appended>(await Store.Journal.AppendAsync(hanoi));
        Assert.IsType<Appended>(await Store.Journal.AppendAsync(hue));
        Assert.Equal([1, 2], await Store.Reader.ReadAllAsync(0).Select(e => e.Position).ToListAsync());
    }

    [Fact]
    public async Task a_full_disk_acknowledges_nothing_and_is_recovered_from()
    {
        await gated.OnWriterAsync(db => db.Script("PRAGMA max_page_count = 1"));
        var large = Append("school:hn") with { Answer = new byte[1 << 20] };

        Assert.Equal(StoreFault.StorageUnavailable, await GatedStore.FaultAsync(Store.Journal.AppendAsync(large)));
        Assert.Equal(0, (await Store.Journal.ReadAsync("school:hn")).Version);
        Assert.Null(await Store.Views.FindAnswerAsync("school:hn", "op-1"));

        await gated.OnWriterAsync(db => db.Script("PRAGMA max_page_count = 1000000"));
        Assert.IsType<Appended>(await Store.Journal.AppendAsync(large));
    }

    [Fact]
    public async Task a_disk_that_is_full_for_one_append_is_not_full_for_its_neighbours()
    {
        await gated.OnWriterAsync(db => db.Script("PRAGMA max_page_count = 60"));

        await gated.HoldAsync();
        var small = Store.Journal.AppendAsync(Append("school:small"));
        var large = Store.Journal.AppendAsync(Append("school:large") with { Answer = new byte[1 << 20] });
        gated.Release();

        Assert.IsType<Appended>(await small);
        Assert.Equal(StoreFault.StorageUnavailable, await GatedStore.FaultAsync(large));
    }

    [Fact]
    public async Task a_medium_that_became_read_only_acknowledges_nothing()
    {
        // As a pragma on the writer's connection: the tests may run as root, whom no file mode stops.
        await gated.OnWriterAsync(db => db.Script("PRAGMA query_only = ON"));

        Assert.Equal(StoreFault.StorageUnavailable, await GatedStore.FaultAsync(Store.Journal.AppendAsync(Append("school:hn"))));
        Assert.Equal(0, (await Store.Journal.ReadAsync("school:hn")).Version);
    }
}
