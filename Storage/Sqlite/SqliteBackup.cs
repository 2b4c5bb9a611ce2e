using ClusterActors.Journal;
using ClusterActors.Storage.Backups;
using Microsoft.Data.Sqlite;

namespace ClusterActors.Storage.Sqlite;

/// <summary>
/// A data folder's journal, copied by <c>VACUUM INTO</c>: one read transaction, so the copy is of one moment; the writer goes on
/// meanwhile, in whichever process it is; pages that hold nothing any more are left behind. Snapshots are a cache and are not
/// copied; neither is the first key, which is a secret in clear.
/// </summary>
public static class SqliteBackup
{
    /// <summary>Also beside a server that has the folder.</summary>
    /// <exception cref="JournalException"><c>data_folder_empty</c>, <c>schema_too_new</c>, <c>storage_unavailable</c></exception>
    public static async Task<BackupManifest> TakeAsync(string folder, BackupFolder backup, DateTimeOffset now, CancellationToken cancel = default)
    {
        var file = Path.Combine(folder, SqliteStore.FileName);
        if (!File.Exists(file))
            throw new JournalException(StoreFault.DataFolderEmpty, $"There is no journal in {folder}.");
        var copy = backup.At(SqliteStore.FileName);
        try
        {
            using (var live = SqliteSession.ForReading(file))
            {
                SqliteSchema.VersionOf(live);
                // To write another file counts as writing.
                live.Script("PRAGMA query_only = OFF");
                live.Execute("VACUUM INTO $copy", copy);
            }

            await using (var written = new FileStream(copy, FileMode.Open, FileAccess.ReadWrite))
                written.Flush(flushToDisk: true);
            using var read = SqliteSession.ForReading(copy);
            return new()
            {
                Store = BackupManifest.Sqlite,
                Kind = SqliteSchema.KindOf(read),
                Schema = SqliteSchema.VersionOf(read),
                Release = Release.Name,
                TakenAt = now,
                Position = SqliteCheckpoints.LastPosition(read),
                Checkpoint = SqliteCheckpoints.Latest(read) is { } latest ? BackupCheckpoint.Of(latest) : null,
                Files = [await backup.DescribeAsync(SqliteStore.FileName, cancel: cancel)],
            };
        }
        catch (SqliteException e)
        {
            throw new JournalException(StoreFault.StorageUnavailable, $"'{folder}' cannot be backed up: {e.Message}", e);
        }
    }

    /// <summary>Puts a checked backup into a folder in which nothing is.</summary>
    /// <exception cref="JournalException"><c>restore_target_not_empty</c></exception>
    public static async Task RestoreAsync(BackupFolder backup, string folder, CancellationToken cancel = default)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new JournalException(StoreFault.RestoreTargetNotEmpty, $"There is something in {folder} already.");
        var forItsOwner = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            // Names and contacts are in it, as they are in the backup.
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            forItsOwner.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = Path.Combine(folder, SqliteStore.FileName);
        var unfinished = file + ".new";
        await using (var from = File.OpenRead(backup.At(SqliteStore.FileName)))
        await using (var to = new FileStream(unfinished, forItsOwner))
        {
            await from.CopyToAsync(to, cancel);
            to.Flush(flushToDisk: true);
        }

        File.Move(unfinished, file);
    }
}
