using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Play;
using ClusterActors.Play.Data;
using ClusterActors.Storage;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run play</c>: plays a year through the public API, of a server that it starts itself or of one that is there.</summary>
internal static class PlayCommand
{
    private sealed record Request(string Dataset, int Year, PlayedYears? Years, string? Cluster, string? Data, string? Store, IReadOnlyList<Uri> Servers, string Urls, int SnapshotEvery, bool Json);

    public static Command Create()
    {
        var year = new Option<int>("--year") { Description = "The campaign year.", DefaultValueFactory = _ => 2020 };
        var years = new Option<PlayedYears?>("--years") { CustomParser = PlayedYears.Parse, Description = "Several years one after the other in one journal, as 2015-2026." };
        var cluster = new Option<string?>("--cluster") { Description = "One cluster's code. Default: all clusters of the year" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var data = new Option<string>("--data") { Description = "Where the play's files live. Default: a folder in var/ for these data files" };
        var dataset = new Option<string>("--dataset") { Description = "The data files to play from. Default: data/" };
        var store = StoreOption.Create();
        var server = new Option<Uri[]>("--server")
        {
            CustomParser = Addresses,
            Description = "A running gateway on a played store, or several of them, asked in turn; the first key is read from --data.",
            AllowMultipleArgumentsPerToken = true,
        };
        var urls = new Option<string>("--urls") { Description = "Where the server that is started listens.", DefaultValueFactory = _ => "http://127.0.0.1:0" };
        var snapshots = SnapshotOption.Create();
        var command = new Command("play", "Play the year of all clusters, or of one, from the data files to the handover; or the years of a history.")
        {
            year, years, cluster, json, data, dataset, store, server, urls, snapshots,
        };
        command.Validators.Add(chosen =>
        {
            if (chosen.GetResult(years) is not null && (chosen.GetResult(year) is { Implicit: false } || chosen.GetResult(cluster) is not null))
                chosen.AddError("--years plays all clusters of those years; it goes neither with --year nor with --cluster.");
        });
        command.SetAction((arguments, _) => CommandLine.GuardedAsync(() => PlayAsync(new(
            arguments.GetValue(dataset) ?? Path.Combine(CommandLine.Home, "data"),
            arguments.GetValue(year),
            arguments.GetValue(years),
            arguments.GetValue(cluster),
            arguments.GetValue(data),
            arguments.GetValue(store),
            arguments.GetValue(server) ?? [],
            arguments.GetValue(urls)!,
            arguments.GetValue(snapshots),
            arguments.GetValue(json))), CancellationToken.None));
        return command;
    }

    private static Uri[] Addresses(ArgumentResult text)
    {
        var addresses = new List<Uri>();
        foreach (var token in text.Tokens)
        {
            if (Uri.TryCreate(token.Value, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https"))
                addresses.Add(uri);
            else
                text.AddError($"'{token.Value}' is no http address.");
        }

        return [.. addresses];
    }

    private static async Task<int> PlayAsync(Request request)
    {
        var player = request.Years is var (first, last) ? Player.LoadHistory(request.Dataset, first, last) : Player.Load(request.Dataset, request.Year, request.Cluster);
        var folder = Path.GetFullPath(request.Data ?? Path.Combine(
            CommandLine.Home, "var", $"play-{request.Years?.ToString() ?? request.Year.ToString(CultureInfo.InvariantCulture)}-{request.Cluster ?? "all"}-{player.Digest[..8]}"));
        Directory.CreateDirectory(folder);

        if (request.Servers is { Count: > 0 } running)
            return await PlayAsync(player, running, folder, request.Json);
        await using var server = await Server.StartAsync(new(StoreAddress.Of(folder, request.Store), FolderKind.Play, request.Urls, LogLevel.Warning, request.SnapshotEvery));
        return await PlayAsync(player, [server.Address], folder, request.Json);
    }

    private static async Task<int> PlayAsync(Player player, IReadOnlyList<Uri> servers, string folder, bool json)
    {
        CheckSamePlay(folder, player.Digest);
        var keyFile = Path.Combine(folder, Installation.KeyFile);
        if (!File.Exists(keyFile))
            throw new JournalException("first_key_missing", $"The store has officials already, and their first key is not in {folder}.");
        var key = (await File.ReadAllTextAsync(keyFile)).Trim();
        Console.WriteLine(await player.PlayAsync(servers, key, Console.Error, !Console.IsErrorRedirected, json));
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
            throw new DataException("data_changed", folder, "this folder holds a play of other data files; choose another with --data, or remove it.");
        }
    }
}
