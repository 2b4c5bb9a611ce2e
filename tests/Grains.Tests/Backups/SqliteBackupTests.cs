using ClusterActors.Journal;
using ClusterActors.Silo;
using ClusterActors.Storage;
using ClusterActors.Storage.Backups;
using ClusterActors.Storage.Sqlite;
using ClusterActors.Tests.Journal;

namespace ClusterActors.Tests.Backups;

public sealed class SqliteBackupTests : IDisposable
{
    private readonly SqliteFolder live = new();
    private readonly SqliteFolder backups = new();
    private readonly SqliteFolder elsewhere = new();

    public void Dispose()
    {
        live.Dispose();
        backups.Dispose();
        elsewhere.Dispose();
    }

    private Task<BackupManifest> TakeAsync(BackupFolder backup) => SqliteBackup.TakeAsync(live.Path, backup, Sample.Noon);

    [Fact]
    public async Task a_backup_beside_writers_holds_what_was_acknowledged_before_and_a_restored_one_goes_on()
    {
        await using var store = live.Open(TimeProvider.System);
        await BackupContract.HoldsWhatWasAcknowledgedBeforeAsync(store, TakeAsync, StoreAddress.Of(elsewhere.Path, null), backups.Path);
    }

    [Fact]
    public async Task a_backup_that_is_not_whole_is_refused_before_anything_is_written()
    {
        await using (var store = live.Open(new FakeClock()))
            await store.Journal.AppendAsync(Sample.Append(History.None("school:hn"), "op-1", events: 3));
        var backup = await BackupContract.TakeAsync(backups.Path, TakeAsync);

        await BackupContract.RefusesWhatIsNotWholeAsync(
            backup, StoreAddress.Of(elsewhere.Path, null), () => Task.FromResult(!Directory.EnumerateFileSystemEntries(elsewhere.Path).Any()));
    }

    [Fact]
    public async Task nothing_is_restored_where_something_is()
    {
        await using (var store = live.Open(new FakeClock()))
            await store.Journal.AppendAsync(Sample.Append(History.None("school:hn"), "op-1"));
        var backup = await BackupContract.TakeAsync(backups.Path, TakeAsync);
        await File.WriteAllTextAsync(Path.Combine(elsewhere.Path, "note"), "mine");

        var refused = await Assert.ThrowsAsync<JournalException>(() => SqliteBackup.RestoreAsync(backup, elsewhere.Path));

        Assert.Equal(StoreFault.RestoreTargetNotEmpty, refused.Code);
        Assert.Equal([Path.Combine(elsewhere.Path, "note")], Directory.GetFileSystemEntries(elsewhere.Path));
    }

    [Fact]
    public async Task what_was_broken_off_is_no_backup_and_of_several_the_newest_is_taken()
    {
        await using (var store = live.Open(new FakeClock()))
            await store.Journal.AppendAsync(Sample.Append(History.None("school:hn"), "op-1"));
        await TakeAsync(BackupFolder.Begin(backups.Path, Sample.Noon.AddDays(2)));
        Assert.Equal(BackupException.Incomplete, Assert.Throws<BackupException>(() => BackupFolder.Newest(backups.Path)).Code);

        foreach (var day in new[] { 1, 0 })
        {
            var backup = BackupFolder.Begin(backups.Path, Sample.Noon.AddDays(day));
            backup.Finish(await TakeAsync(backup));
        }

        Assert.Equal("backup-20260303T050000000Z", BackupFolder.Newest(backups.Path).Name);
    }

    [Fact]
    public async Task the_first_key_and_the_snapshots_stay_where_they_are()
    {
        await using var store = live.Open(new FakeClock());
        SnapshotFile.Prepare(live.Path);
        await File.WriteAllTextAsync(Path.Combine(live.Path, "first-key.txt"), "secret");

        var backup = await BackupContract.TakeAsync(backups.Path, TakeAsync);

        Assert.Equal([backup.At("journal.db"), backup.At("manifest.json")], Directory.GetFiles(backup.Path).Order());
        Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(backup.At("journal.db")));
    }
}
