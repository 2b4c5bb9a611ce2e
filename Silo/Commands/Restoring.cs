using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Backups;
using ClusterActors.Storage.Postgres;
using ClusterActors.Storage.Sqlite;

namespace ClusterActors.Silo.Commands;

/// <summary>What restoring in earnest and for practice have in common.</summary>
internal static class Restoring
{
    /// <summary>Puts a backup into an empty place. It is checked before anything is written.</summary>
    public static async Task<BackupManifest> PutAsync(BackupFolder backup, StoreAddress target, CancellationToken cancel)
    {
        var manifest = await backup.CheckAsync(cancel);
        var store = target.Connection is null ? BackupManifest.Sqlite : BackupManifest.Postgres;
        if (manifest.Store != store)
            throw new BackupException(BackupException.OfOtherStore, $"{backup.Name} is a backup of {manifest.Store} and cannot be restored to {store}.");
        if (target.Connection is null)
            await SqliteBackup.RestoreAsync(backup, target.Folder, cancel);
        else
            await PostgresBackup.RestoreAsync(backup, manifest, target.Connection, cancel);
        return manifest;
    }

    /// <summary>Verifies what was restored and compares it with the manifest.</summary>
    /// <returns>How much is not as it should be.</returns>
    public static async Task<long> CheckAsync(IStoreReading restored, BackupManifest manifest, CancellationToken cancel)
    {
        var verification = new Verification(restored.Reader);
        await JournalCheck.RunAsync(verification, step: null, cancel);
        var differences = manifest.DifferencesTo(verification.Position, verification.Latest).ToList();
        foreach (var difference in differences)
            Console.WriteLine(difference);
        if (differences.Count == 0)
            Console.WriteLine("Position and checkpoint are those of the backup's manifest.");
        return verification.FindingCount + differences.Count;
    }
}
