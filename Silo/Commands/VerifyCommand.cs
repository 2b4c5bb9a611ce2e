using System.CommandLine;
using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Sqlite;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run verify</c>: reads the whole journal of a stopped server and holds it against its hashes and checkpoints.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder to verify.", Required = true };
        var command = new Command("verify", "Check every hash chain and checkpoint of a data folder.") { data };
        command.SetAction((arguments, cancel) => CommandLine.GuardedAsync(() => VerifyAsync(arguments.GetValue(data)!, cancel)));
        return command;
    }

    private static async Task<int> VerifyAsync(string folder, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(folder, SqliteStore.FileName)))
            throw new JournalException("data_folder_empty", $"There is no journal in {folder}.");
        await using var store = SqliteStore.Open(new() { Folder = Path.GetFullPath(folder), FolderKind = null });
        var findings = await Verification.RunAsync(store.Reader, cancel);
        foreach (var finding in findings)
            Console.WriteLine(finding);
        var latest = await store.Checkpoints.LatestAsync(cancel);
        Console.WriteLine(latest is null ? "No checkpoint yet." : $"Checkpoint {latest.Number} at position {latest.Position}: {Convert.ToHexStringLower(latest.Root)}");
        Console.WriteLine(findings.Count == 0 ? "The journal is sound." : $"{findings.Count} findings.");
        return findings.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
