using System.Collections.Immutable;
using System.Globalization;
using ClusterActors.Journal;
using ClusterActors.Silo.Commands;
using ClusterActors.Storage.Sqlite;

namespace ClusterActors.Silo.Processes;

/// <summary>
/// A cluster of processes on one machine: PostgreSQL, silos, gateways. Started in this order, each again when it ends, stopped in
/// the reverse order.
/// </summary>
internal sealed class Supervisor : IAsyncDisposable
{
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromMinutes(3);

    private readonly ClusterOptions options;
    private readonly Action<string> say;
    private readonly FolderLock held;
    private readonly Launcher launcher = new();
    private readonly HttpClient http = new();
    private readonly Lock recording = new();
    private readonly SemaphoreSlim restarting = new(1);
    private readonly TimeSpan stopPatience;
    private ImmutableList<KeptProcess> silos = [];
    private ImmutableList<KeptProcess> gateways = [];
    private KeptProcess? postgres;

    private Supervisor(ClusterOptions options, FolderLock held, Action<string> say)
    {
        (this.options, this.held, this.say) = (options, held, say);
        // Longer than a process takes that ends in order.
        stopPatience = ServerOptions.ShutdownOf(StopNoticeOption.OfGateway, new ClusterTimes(TimeSpan.FromSeconds(options.SiloLostAfter))) + TimeSpan.FromSeconds(15);
    }

    private IEnumerable<KeptProcess> Processes => [.. postgres is null ? (KeptProcess[])[] : [postgres], .. silos, .. gateways];

    /// <summary>Takes the folder; nothing runs yet.</summary>
    /// <exception cref="JournalException"><c>data_folder_in_use</c>, also by processes that a killed supervisor left behind.</exception>
    public static Supervisor Take(ClusterOptions options, Action<string> say)
    {
        var held = FolderLock.Take(options.Folder);
        if (ClusterRecord.AliveIn(options.Folder) is not { Count: > 0 } left)
            return new(options, held, say);
        held.Dispose();
        throw new JournalException(
            "data_folder_in_use",
            $"Processes of an earlier cluster still run on {options.Folder}: {string.Join(", ", left.Select(one => $"{one.Name} (pid {one.Mark.Id})"))}. './run cluster stop' ends them.");
    }

    /// <summary>Completes when every process serves.</summary>
    /// <exception cref="ClusterException"><c>postgres_missing</c>, <c>postgres_failed</c>, <c>process_ended</c></exception>
    public async Task StartAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(Path.Combine(options.Folder, "log"));
        var ports = FreePorts.Take(1 + options.Gateways);
        var server = await ClusterPostgres.PrepareAsync(options.Folder, ports[0]);
        postgres = Keep(server.Plan);
        await postgres.StartAsync(stopPatience, again: false, cancel);
        await server.EnsureDatabaseAsync();
        await server.BurySilosAsync();
        WriteStore(server.Store);

        var plans = new ClusterPlans(options, server);
        for (var number = 1; number <= options.Silos; number++)
        {
            silos = silos.Add(Keep(plans.Silo(number)));
            await silos[^1].StartAsync(stopPatience, again: false, cancel);
        }

        for (var number = 1; number <= options.Gateways; number++)
        {
            gateways = gateways.Add(Keep(plans.Gateway(number, options.Port == 0 ? ports[number] : options.Port + number - 1)));
            await gateways[^1].StartAsync(stopPatience, again: false, cancel);
        }

        await AreReadyAsync(cancel);
    }

    /// <summary>One silo after the other, each when the last one has joined and all see each other again; then the gateways.</summary>
    /// <exception cref="ClusterException">
    /// <c>not_ready</c>, <c>process_ended</c>: a process did not come back; those after it were left as they are.
    /// </exception>
    public async Task RestartAsync(CancellationToken cancel)
    {
        await restarting.WaitAsync(cancel);
        try
        {
            await AreReadyAsync(cancel);
            foreach (var process in silos.Concat(gateways))
            {
                await StopAsync(process);
                await process.StartAsync(stopPatience, again: true, cancel);
                await AreReadyAsync(cancel);
            }
        }
        finally
        {
            restarting.Release();
        }
    }

    public async Task<IReadOnlyList<string>> StatusAsync()
    {
        var states = await Task.WhenAll(Processes.Select(async process => process == postgres
            ? ""
            : await Readiness.OfAsync(http, process.Address) is { Ready: true } ? "ready" : "not ready"));
        return [.. Processes.Zip(states, (process, state) => string.Create(
            CultureInfo.InvariantCulture,
            $"{process.Name,-10} {(process.Mark is { } mark ? $"pid {mark.Id,-8}" : "is not running")} {process.Address} {state}{(process.Starts > 1 ? $" (started {process.Starts} times)" : "")}").TrimEnd())];
    }

    /// <summary>Gateways first, then the silos one after the other, so that each can hand over to those that remain; then PostgreSQL.</summary>
    public async ValueTask DisposeAsync()
    {
        // A restart that was under way has been cancelled and comes to its end.
        await restarting.WaitAsync();
        try
        {
            await Task.WhenAll(gateways.Select(StopAsync));
            foreach (var silo in silos)
                await StopAsync(silo);
            if (postgres is not null)
                await StopAsync(postgres);
            ClusterRecord.Remove(options.Folder);
        }
        finally
        {
            launcher.Dispose();
            http.Dispose();
            restarting.Dispose();
            held.Dispose();
        }
    }

    private async Task StopAsync(KeptProcess process)
    {
        await process.StopAsync(stopPatience);
        say($"{process.Name} has stopped");
    }

    private async Task AreReadyAsync(CancellationToken cancel)
    {
        foreach (var process in silos.Concat(gateways))
        {
            var seen = silos.Contains(process) ? silos.Count : 1;
            if (!await Readiness.ComesAsync(http, process, said => said.Ready && said.Silos >= seen, ReadyPatience, cancel))
                throw new ClusterException("not_ready", $"{process.Name} was not ready within {ReadyPatience.TotalMinutes:0} minutes.");
        }
    }

    private KeptProcess Keep(ProcessPlan plan) => new(plan, launcher, Path.Combine(options.Folder, "log", plan.Name + ".log"), Record, say);

    private void Record()
    {
        lock (recording)
        {
            try
            {
                ClusterRecord.Write(options.Folder, Processes.Reverse()
                    .Where(process => process.Mark is not null)
                    .Select(process => new ClusterRecord.Entry(process.Name, process.Mark!.Value, process == postgres ? Signal.Interrupt : Signal.Terminate)));
            }
            catch (IOException full)
            {
                // It is for whoever comes after a killed supervisor; the next change writes it anew.
                say($"The record of the processes could not be written: {full.Message}");
            }
        }
    }

    // For verify, backup and whoever else comes to the store past the gateways.
    private void WriteStore(string store)
    {
        var file = Path.Combine(options.Folder, "store-address");
        using var stream = new FileStream(file, new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        using var writer = new StreamWriter(stream);
        writer.WriteLine(store);
    }
}
