using System.CommandLine;
using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Storage.Backups;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run restore</c>: puts a backup into an empty place, verifies it there, and compares it with its manifest.</summary>
internal static class RestoreCommand
{
    public const string Name = "restore";

    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "A backup, or a folder of backups: then the newest.", Required = true };
        var data = new Option<string?>("--data") { Description = "For a backup of SQLite: the new data folder, which must not be there or be empty." };
        var store = new Option<string?>("--store") { Description = "For a backup of PostgreSQL: postgres://user:password@host:port/database, without tables." };
        var command = new Command(Name, "Restore a backup into an empty place and verify it.") { from, data, store };
        command.Validators.Add(result =>
        {
            if (result.GetResult(data) is null == result.GetResult(store) is null)
                result.AddError("Either --data or --store says where to restore.");
        });
        command.SetAction((arguments, cancel) => CommandLine.GuardedAsync(() => RestoreAsync(
            arguments.GetValue(from)!, StoreAddress.Of(Path.GetFullPath(arguments.GetValue(data) ?? "."), arguments.GetValue(store)), cancel), cancel));
        return command;
    }

    private static async Task<int> RestoreAsync(string from, StoreAddress target, CancellationToken cancel)
    {
        var backup = BackupFolder.Newest(from);
        var manifest = await Restoring.PutAsync(backup, target, cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Restored {backup.Name}, taken {manifest.TakenAt:u} by release {manifest.Release}."));
        await using var restored = await target.OpenForReadingAsync();
        var wrong = await Restoring.CheckAsync(restored, manifest, cancel);
        await restored.NoteAsync(new(UpkeepTask.Verification, DateTimeOffset.UtcNow, manifest.Position, wrong), cancel);
        return wrong == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
