using System.CommandLine;
using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Storage.Backups;
using ClusterActors.Storage.Postgres;
using ClusterActors.Storage.Sqlite;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run backup</c>: a consistent copy of a store, whether a server is working on it or not.</summary>
internal static class BackupCommand
{
    public const string Name = "backup";

    public static Command Create()
    {
        var to = new Option<string>("--to") { Description = "The folder of backups; the new one becomes a folder in it.", Required = true };
        var data = new Option<string>("--data") { Description = "The folder to back up. Default: var/live" };
        var store = StoreOption.Create();
        var command = new Command(Name, "Back up a data folder or a store, while it is in use.") { to, data, store };
        command.SetAction((arguments, cancel) => CommandLine.GuardedAsync(() => BackUpAsync(
            StoreAddress.Of(Path.GetFullPath(arguments.GetValue(data) ?? Path.Combine(CommandLine.Home, "var", "live")), arguments.GetValue(store)),
            arguments.GetValue(to)!,
            cancel), cancel));
        return command;
    }

    private static async Task<int> BackUpAsync(StoreAddress address, string to, CancellationToken cancel)
    {
        await using var store = await address.OpenForReadingAsync();
        var began = DateTimeOffset.UtcNow;
        var backup = BackupFolder.Begin(to, began);
        BackupManifest manifest;
        try
        {
            manifest = address.Connection is null
                ? await SqliteBackup.TakeAsync(address.Folder, backup, began, cancel)
                : await PostgresBackup.TakeAsync(address.Connection, backup, began, cancel);
            backup.Finish(manifest);
        }
        catch
        {
            backup.Abandon();
            throw;
        }

        await store.NoteAsync(new(UpkeepTask.Backup, manifest.TakenAt, manifest.Position, 0, backup.Name), cancel);
        Console.WriteLine($"Backed up to {backup.Path}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{manifest.Position} events, checkpoint {manifest.Checkpoint?.ToString() ?? "none"}, {manifest.Files.Sum(file => file.Bytes)} bytes"));
        return ExitCode.Done;
    }
}
