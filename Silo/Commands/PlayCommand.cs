using System.CommandLine;
using System.Globalization;
using ClusterActors.Play;
using ClusterActors.Storage;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run play</c>: plays a year through the public API of a server that it starts itself.</summary>
internal static class PlayCommand
{
    public static Command Create()
    {
        var year = new Option<int>("--year") { Description = "The campaign year.", DefaultValueFactory = _ => 2020 };
        var cluster = new Option<string>("--cluster") { Description = "The cluster's code.", DefaultValueFactory = _ => "8" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var data = new Option<string>("--data") { Description = "Where the play's files live. Default: a folder in var/ for these data files" };
        var dataset = new Option<string>("--dataset") { Description = "The data files to play from. Default: data/" };
        var urls = new Option<string>("--urls") { Description = "Where the gateway listens.", DefaultValueFactory = _ => "http://127.0.0.1:0" };
        var command = new Command("play", "Play a cluster's year from the data files to the handover.") { year, cluster, json, data, dataset, urls };
        command.SetAction((arguments, _) => CommandLine.GuardedAsync(() => PlayAsync(
            arguments.GetValue(dataset) ?? Path.Combine(CommandLine.Home, "data"),
            arguments.GetValue(year),
            arguments.GetValue(cluster)!,
            arguments.GetValue(data),
            arguments.GetValue(urls)!,
            arguments.GetValue(json))));
        return command;
    }

    private static async Task<int> PlayAsync(string dataset, int year, string cluster, string? data, string urls, bool json)
    {
        var player = Player.Load(dataset, year, cluster);
        var folder = Path.GetFullPath(data ?? Path.Combine(
            CommandLine.Home, "var", string.Create(CultureInfo.InvariantCulture, $"play-{year}-{cluster}-{player.Digest[..8]}")));

        await using var server = await Server.StartAsync(new(folder, FolderKind.Play, urls, LogLevel.Warning));
        CheckSamePlay(folder, player.Digest);
        var key = (await File.ReadAllTextAsync(Path.Combine(folder, Installation.KeyFile))).Trim();
        var printed = await player.PlayAsync(server.Address, key, Console.Error, !Console.IsErrorRedirected, json);
        Console.WriteLine(printed);
        return ExitCode.Done;
    }

    // Steps are told apart by what they do, not by what is in the files: other files need another folder.
    private static void CheckSamePlay(string folder, string digest)
    {
        var file = Path.Combine(folder, "play.sha256");
        if (!File.Exists(file))
        {
            File.WriteAllText(file + ".new", digest);
            File.Move(file + ".new", file, overwrite: true);
        }
        else if (File.ReadAllText(file) != digest)
        {
            throw new Play.Data.DataException("data_changed", folder, "this folder holds a play of other data files; choose another with --data, or remove it.");
        }
    }
}
