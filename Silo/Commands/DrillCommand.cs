using System.CommandLine;
using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Backups;
using ClusterActors.Storage.Postgres;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run drill</c>: restores the newest backup elsewhere, verifies and compares it, and removes it again.</summary>
internal static class DrillCommand
{
    public const string Name = "drill";

    private sealed record Request(string From, string? Scratch, StoreAddress? Live);

    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "A backup, or a folder of backups: then the newest.", Required = true };
        var scratch = new Option<string?>("--scratch")
        {
            Description = "Where to restore: a folder, or for PostgreSQL postgres://user:password@host:port/database of a server on which the user may make a database. Default: a temporary folder",
        };
        var data = new Option<string?>("--data") { Description = "The data folder that the backup was taken of: to compare with, and to note the drill in." };
        var store = StoreOption.Create();
        store.Description = $"The store that the backup was taken of, or the variable {StoreOption.Variable}: to compare with, and to note the drill in.";
        var command = new Command(Name, "Restore the newest backup elsewhere, verify it, and remove it again.") { from, scratch, data, store };
        command.SetAction((arguments, cancel) => CommandLine.GuardedAsync(() => DrillAsync(
            new(
                arguments.GetValue(from)!,
                arguments.GetValue(scratch),
                arguments.GetValue(data) is null && arguments.GetValue(store) is null
                    ? null
                    : StoreAddress.Of(Path.GetFullPath(arguments.GetValue(data) ?? "."), arguments.GetValue(store))),
            cancel), cancel));
        return command;
    }

    private static async Task<int> DrillAsync(Request request, CancellationToken cancel)
    {
        var backup = BackupFolder.Newest(request.From);
        await using var place = await ScratchPlace.MakeAsync(request.Scratch);
        var manifest = await Restoring.PutAsync(backup, place.Address, cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Restored {backup.Name}, taken {manifest.TakenAt:u}, for practice."));
        await using var restored = await place.Address.OpenForReadingAsync();
        var wrong = await Restoring.CheckAsync(restored, manifest, cancel);
        if (request.Live is { } address)
        {
            await using var live = await address.OpenForReadingAsync();
            wrong += await CompareAsync(restored.Reader, live.Reader, manifest.Position, cancel);
            await live.NoteAsync(new(UpkeepTask.Drill, DateTimeOffset.UtcNow, manifest.Position, wrong, backup.Name), cancel);
        }

        Console.WriteLine(wrong == 0 ? "The backup can be restored." : "The backup cannot be relied upon.");
        return wrong == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    /// <summary>The chains in front of it are sound, so one last event tells for all of its stream; every checkpoint tells for all streams.</summary>
    private static async Task<long> CompareAsync(IJournalReader restored, IJournalReader live, long position, CancellationToken cancel)
    {
        var lasts = (await HashAtAsync(restored, position, cancel), await HashAtAsync(live, position, cancel));
        var kept = (await restored.ReadCheckpointsAsync(cancel)).Select(checkpoint => (checkpoint.Number, Convert.ToHexStringLower(checkpoint.Root)));
        var there = (await live.ReadCheckpointsAsync(cancel)).Select(checkpoint => (checkpoint.Number, Convert.ToHexStringLower(checkpoint.Root)));
        var missing = kept.Except(there).Count() + (lasts.Item1 == lasts.Item2 ? 0 : 1);
        Console.WriteLine(missing == 0 ? "The live journal goes on from it." : "The live journal is not what was backed up.");
        return missing;
    }

    private static async Task<string> HashAtAsync(IJournalReader reader, long position, CancellationToken cancel)
    {
        await foreach (var e in reader.ReadAllAsync(position - 1, cancel))
            return e.Position == position ? Convert.ToHexStringLower(e.Hash) : "";
        return "";
    }
}
