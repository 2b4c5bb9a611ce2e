using System.CommandLine;
using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Storage;
using ClusterActors.Storage.Backups;

namespace ClusterActors.Silo.Commands;

/// <summary>
/// <c>./run verify</c>: reads the whole journal and holds it against its hashes and checkpoints, and against checkpoints that
/// somebody keeps elsewhere. Also beside a running server, and on a backup of SQLite.
/// </summary>
internal static class VerifyCommand
{
    public const string Name = "verify";

    private const int EventsPerState = 20_000;

    private sealed record Request(StoreAddress Address, string? Resume, IReadOnlyList<KeptCheckpoint> Against);

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder to verify, of a server or a backup. Default: var/live" };
        var store = StoreOption.Create();
        var resume = new Option<string?>("--resume") { Description = "A file to keep the state in, so that a run that is stopped can go on." };
        var against = new Option<string[]>("--against")
        {
            Description = "Checkpoints that were kept elsewhere, as ROOT@NUMBER or a file of such or of verify's own lines.",
            DefaultValueFactory = _ => [],
        };
        var command = new Command(Name, "Check every hash chain and checkpoint of a data folder, a store or a backup.") { data, store, resume, against };
        command.SetAction((arguments, cancel) => CommandLine.GuardedAsync(() => VerifyAsync(
            new(
                StoreAddress.Of(Path.GetFullPath(arguments.GetValue(data) ?? Path.Combine(CommandLine.Home, "var", "live")), arguments.GetValue(store)),
                arguments.GetValue(resume),
                [.. arguments.GetValue(against)!.SelectMany(KeptElsewhere.Read)]),
            cancel), cancel));
        return command;
    }

    private static async Task<int> VerifyAsync(Request request, CancellationToken cancel)
    {
        var isBackup = request.Address.Connection is null && BackupFolder.IsOne(request.Address.Folder);
        if (isBackup)
            await BackupFolder.Newest(request.Address.Folder).CheckAsync(cancel);
        await using var store = await request.Address.OpenForReadingAsync();
        var file = request.Resume is { } path ? new VerificationFile(path) : null;
        var earlier = file?.Read();
        var since = earlier?.Since ?? DateTimeOffset.UtcNow;
        if (earlier is not null)
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"Going on behind position {earlier.State.Position}; what lies before was read since {since:u} and is not read again."));

        var verification = new Verification(store.Reader, earlier?.State, request.Against);
        var saved = verification.Position;
        var sound = await JournalCheck.RunAsync(
            verification,
            file is null ? null : () =>
            {
                // As a state holds every stream, it is written the more seldom the more there are.
                if (verification.Position - saved >= Math.Max(EventsPerState, verification.Streams))
                {
                    file.Write(new(since, verification.State()));
                    saved = verification.Position;
                }

                return Task.CompletedTask;
            },
            cancel);
        file?.Remove();
        if (!isBackup)
            await store.NoteAsync(new(UpkeepTask.Verification, DateTimeOffset.UtcNow, verification.Position, verification.FindingCount), cancel);
        return sound ? ExitCode.Done : ExitCode.Refused;
    }
}
