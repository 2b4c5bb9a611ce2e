using System.CommandLine;
using ClusterActors.Journal;
using ClusterActors.Storage.Sqlite;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run verify</c>: reads the whole journal of a stopped server and holds it against its hashes and checkpoints.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder to verify. Default: var/live" };
        var store = StoreOption.Create();
        var command = new Command("verify", "Check every hash chain and checkpoint of a data folder or a store.") { data, store };
        command.SetAction((arguments, cancel) => CommandLine.GuardedAsync(() => VerifyAsync(
            StoreAddress.Of(Path.GetFullPath(arguments.GetValue(data) ?? Path.Combine(CommandLine.Home, "var", "live")), arguments.GetValue(store)), cancel)));
        return command;
    }

    private static async Task<int> VerifyAsync(StoreAddress address, CancellationToken cancel)
    {
        if (address.Connection is null && !File.Exists(Path.Combine(address.Folder, SqliteStore.FileName)))
            throw new JournalException("data_folder_empty", $"There is no journal in {address.Folder}.");
        await using var store = await address.OpenAsync(kind: null, exclusive: false);
        var findings = await Verification.RunAsync(store.Reader, cancel);
        foreach (var finding in findings)
            Console.WriteLine(finding);
        var latest = await store.Checkpoints.LatestAsync(cancel);
        Console.WriteLine(latest is null ? "No checkpoint yet." : $"Checkpoint {latest.Number} at position {latest.Position}: {Convert.ToHexStringLower(latest.Root)}");
        Console.WriteLine(findings.Count == 0 ? "The journal is sound." : $"{findings.Count} findings.");
        return findings.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
