using System.CommandLine;
using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Silo.Archives;

namespace ClusterActors.Silo.Commands;

/// <summary>
/// <c>./run archive</c>: a closed year as one file that can be read without the system, also beside a running server; and which closed
/// years are past the period for which they are to be kept.
/// </summary>
internal static class ArchiveCommand
{
    public const string Name = "archive";

    public static Command Create()
    {
        var cluster = new Option<string?>("--cluster") { Description = "The code of the cluster." };
        var year = new Option<int?>("--year") { Description = "The year, which must be closed." };
        var to = new Option<string?>("--out") { Description = "The file to write, which must not be there." };
        var due = new Option<bool>("--due") { Description = "Instead: lists the closed years that are past their period. Nothing is deleted." };
        var on = new Option<DateOnly?>("--as-of") { Description = "With --due: the day to reckon by, YYYY-MM-DD. Default: today in Vietnam" };
        var periods = new Option<string?>("--retention") { Description = "With --due: the file with the periods. Default: data/retention.json" };
        var data = new Option<string>("--data") { Description = "The data folder. Default: var/live" };
        var store = StoreOption.Create();
        var command = new Command(Name, "Write a closed year as one file that can be read without the system.") { cluster, year, to, due, on, periods, data, store };
        command.Validators.Add(arguments =>
        {
            if (!arguments.GetValue(due) && (!Code.IsValid(arguments.GetValue(cluster)) || arguments.GetValue(year) is not { } wanted || !Years.IsValid(wanted) || arguments.GetValue(to) is null))
                arguments.AddError("Name the year with --cluster, --year and --out, or ask with --due.");
        });
        command.SetAction((arguments, cancel) => CommandLine.GuardedAsync(() =>
        {
            var address = StoreAddress.Of(Path.GetFullPath(arguments.GetValue(data) ?? Path.Combine(CommandLine.Home, "var", "live")), arguments.GetValue(store));
            return arguments.GetValue(due)
                ? ListDueAsync(address, arguments.GetValue(periods) ?? Path.Combine(CommandLine.Home, "data", "retention.json"), arguments.GetValue(on) ?? VietnamTime.DayOf(DateTimeOffset.UtcNow), cancel)
                : WriteAsync(address, new(arguments.GetValue(cluster)!, arguments.GetValue(year)!.Value), arguments.GetValue(to)!, cancel);
        }, cancel));
        return command;
    }

    private static async Task<int> WriteAsync(StoreAddress address, CampaignKey year, string to, CancellationToken cancel)
    {
        if (File.Exists(to))
            throw new IOException($"'{to}' is there already.");
        await using var store = await address.OpenForReadingAsync();
        var unfinished = to + ".unfinished";
        var file = Create(unfinished);
        try
        {
            ArchiveCut cut;
            await using (file)
            {
                cut = await ArchiveExport.WriteAsync(store.Reader, year, file, cancel);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, to);
            Console.WriteLine($"Archived {year} to {to}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Checkpoint {cut.Checkpoint.Number} at position {cut.Checkpoint.Position}: {Convert.ToHexStringLower(cut.Checkpoint.Root)}"));
            return ExitCode.Done;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    // Nobody can tell whether the run whose file it is still writes: what lies there is not overwritten.
    private static FileStream Create(string unfinished)
    {
        try
        {
            return new FileStream(unfinished, OwnersAlone);
        }
        catch (IOException) when (File.Exists(unfinished))
        {
            throw new ArchiveException(ArchiveException.Unfinished, $"'{unfinished}' is there: another run is writing it, or one was killed. Where none runs, remove it and try again.");
        }
    }

    private static FileStreamOptions OwnersAlone => new()
    {
        Mode = FileMode.CreateNew,
        Access = FileAccess.ReadWrite,
        UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite,
    };

    private static async Task<int> ListDueAsync(StoreAddress address, string periods, DateOnly on, CancellationToken cancel)
    {
        var retention = Retention.Read(periods);
        await using var store = await address.OpenForReadingAsync();
        var due = await retention.DueAsync(store.Reader, on, cancel);
        foreach (var year in due)
            Console.WriteLine(year);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{due.Count} closed years are past their period on {on:yyyy-MM-dd}. Nothing was deleted."));
        return ExitCode.Done;
    }
}
