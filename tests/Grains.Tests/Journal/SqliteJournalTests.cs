using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Tests.Journal;

public sealed class SqliteJournalTests : StoreContract, IDisposable
{
    private readonly SqliteFolder folder = new();

    /// <summary>Comes after the store has been closed.</summary>
    public void Dispose() => folder.Dispose();

    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(folder.Open(Clock));

    [Theory]
    [InlineData("UPDATE events SET payload = X'00' WHERE position = 1")]
    [InlineData("UPDATE events SET position = 7 WHERE position = 1")]
    [InlineData("DELETE FROM events")]
    [InlineData("REPLACE INTO events SELECT * FROM events")]
    [InlineData("CREATE TEMP TABLE copy AS SELECT * FROM events; UPDATE copy SET position = 9; REPLACE INTO events SELECT * FROM copy")]
    [InlineData("UPDATE operations SET answer = X'00'")]
    [InlineData("DELETE FROM operations")]
    [InlineData("REPLACE INTO operations SELECT stream, operation_id, request_hash, actor, X'00', version FROM operations")]
    [InlineData("UPDATE checkpoints SET position = 0")]
    [InlineData("DELETE FROM checkpoints")]
    [InlineData("REPLACE INTO checkpoints SELECT n, 0, root, prev FROM checkpoints")]
    [InlineData("DELETE FROM streams")]
    [InlineData("UPDATE streams SET version = version - 1")]
    [InlineData("UPDATE streams SET hash = zeroblob(32)")]
    [InlineData("UPDATE streams SET stream = 'school:other'")]
    public async Task the_database_itself_refuses_to_change_what_was_written(string sql)
    {
        await GivenAsync(Hanoi, "op-1", events: 2);
        await Store.Checkpoints.MakeAsync();

        Assert.Equal(SQLitePCL.raw.SQLITE_CONSTRAINT, Assert.Throws<SqliteException>(() => folder.Tamper(sql)).SqliteErrorCode);
        Assert.Empty(await Verification.RunAsync(Store.Reader));
    }

    [Fact]
    public void a_second_store_on_the_folder_is_refused_and_told_who_holds_it()
    {
        var fault = Assert.Throws<JournalException>(() => folder.Open(Clock));

        Assert.Equal(StoreFault.DataFolderInUse, fault.Code);
        Assert.Contains($"process {Environment.ProcessId}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_folder_is_free_again_when_opening_it_has_failed()
    {
        await CloseAsync();

        Assert.Throws<JournalException>(() => folder.Open(Clock, FolderKind.Play));
        await ReopenAsync();
    }

    [Theory]
    [InlineData(FolderKind.Play, FolderKind.Live, StoreFault.DataFolderIsPlay)]
    [InlineData(FolderKind.Live, FolderKind.Play, StoreFault.DataFolderIsLive)]
    public async Task a_folder_stays_of_the_kind_it_was_made(FolderKind made, FolderKind opened, string code)
    {
        using var other = new SqliteFolder();
        await other.Open(Clock, made).DisposeAsync();
        await other.Open(Clock, made).DisposeAsync();

        Assert.Equal(code, Assert.Throws<JournalException>(() => other.Open(Clock, opened)).Code);
    }

    [Fact]
    public async Task a_database_of_a_later_release_is_not_opened()
    {
        await CloseAsync();
        folder.Tamper("UPDATE meta SET value = '2' WHERE name = 'schema'");

        Assert.Equal(StoreFault.SchemaTooNew, Assert.Throws<JournalException>(() => folder.Open(Clock)).Code);
    }

    [Fact]
    public async Task a_file_that_is_no_database_is_not_opened()
    {
        await CloseAsync();
        await File.WriteAllTextAsync(folder.Database, new string('x', 4096));

        Assert.Equal(StoreFault.StorageUnavailable, Assert.Throws<JournalException>(() => folder.Open(Clock)).Code);
    }

    [Fact]
    public void a_folder_that_cannot_be_made_is_unavailable()
    {
        var options = new SqliteStoreOptions { Folder = Path.Combine(folder.Database, "below-a-file") };

        Assert.Equal(StoreFault.StorageUnavailable, Assert.Throws<JournalException>(() => SqliteStore.Open(options)).Code);
    }

    [Fact]
    public async Task what_was_erased_is_gone_from_the_folder()
    {
        await Store.People.EnrolAsync(new PersonRecord("p1", Hanoi, "NAME-TO-FORGET", "CONTACT-TO-FORGET"), Sample.Hash("key"));
        var blob = await Store.Blobs.PutAsync(Sample.Bytes(string.Concat(Enumerable.Repeat("TEXT-TO-FORGET ", 2000))));

        await Store.People.EraseAsync("p1");
        await Store.Blobs.EraseAsync(blob);

        Assert.Equal(0, new FileInfo(folder.Database + "-wal").Length);
        await CloseAsync();
        Assert.Equal(-1, (await File.ReadAllBytesAsync(folder.Database)).AsSpan().IndexOf("TO-FORGET"u8));
    }

    [Fact]
    public async Task a_stream_whose_events_do_not_lead_to_its_head_is_not_given_out()
    {
        await GivenAsync(Hanoi, "op-1", events: 2);
        folder.Tamper("DROP TRIGGER events_keep; DELETE FROM events WHERE version = 2");

        Assert.Equal(StoreFault.JournalBroken, (await Assert.ThrowsAsync<JournalException>(() => ReadAsync(Hanoi))).Code);
    }
}
