using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Sqlite;
using ClusterActors.Tests.Journal;

namespace ClusterActors.Tests.Snapshots;

public sealed class SqliteSnapshotTests : IDisposable
{
    private readonly SqliteFolder folder = new();

    private string File => Path.Combine(folder.Path, SnapshotFile.Name);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task the_contract_is_kept()
    {
        SqliteSnapshots? store = null;
        await SnapshotStoreContract.KeepsAsync(
            () => Task.FromResult<ISnapshotStore>(store = new(folder.Path)),
            () =>
            {
                store!.Dispose();
                return Task.CompletedTask;
            });
        store!.Dispose();
    }

    [Fact]
    public async Task first_writers_at_once_leave_one_snapshot()
    {
        using var one = new SqliteSnapshots(folder.Path);
        using var other = new SqliteSnapshots(folder.Path);
        await SnapshotStoreContract.FirstWritersAsync<Never>(one, other, one);
    }

    [Fact]
    public void nothing_but_the_file_is_left_when_it_is_closed()
    {
        new SqliteSnapshots(folder.Path).Dispose();
        Assert.Equal([File], Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("no database at all, but a text that goes on for longer than a header of one would")]
    [InlineData("")]
    public async Task a_file_that_is_no_database_is_made_anew(string content)
    {
        System.IO.File.WriteAllText(File, content);
        using var store = new SqliteSnapshots(folder.Path);
        await store.KeepAsync("school:hn", [1]);
        Assert.Equal([1], await store.FindAsync("school:hn"));
    }

    [Fact]
    public async Task a_file_of_another_release_is_made_anew()
    {
        using (var store = new SqliteSnapshots(folder.Path))
            await store.KeepAsync("school:hn", [1]);
        using (var session = SqliteSession.ForWriting(File))
            session.Script("PRAGMA user_version = 2");

        using var again = new SqliteSnapshots(folder.Path);
        Assert.Null(await again.FindAsync("school:hn"));
    }

    [Fact]
    public void a_file_that_cannot_be_made_is_unavailable()
    {
        Directory.CreateDirectory(Path.Combine(File, "in the way"));
        Assert.Equal(StoreFault.StorageUnavailable, Assert.Throws<JournalException>(() => new SqliteSnapshots(folder.Path)).Code);
    }
}
