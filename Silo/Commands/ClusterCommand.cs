using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using ClusterActors.Journal;
using ClusterActors.Silo.Processes;
using ClusterActors.Storage;
using ClusterActors.Storage.Sqlite;

namespace ClusterActors.Silo.Commands;

/// <summary><c>./run cluster</c>: silos and gateways on one machine, each a process of its own, with a PostgreSQL of their own.</summary>
internal static class ClusterCommand
{
    private const string Stop = "stop";
    private const string Status = "status";
    private const string Restart = "restart";
    private static readonly TimeSpan OrphanPatience = TimeSpan.FromSeconds(60);

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "Where the cluster's files live. Default: var/cluster", Recursive = true };
        var silos = Count("--silos", "How many silos.", 3, least: 1);
        var gateways = Count("--gateways", "How many gateways.", 2, least: 1);
        var port = Count("--port", "The first gateway's port, the others follow; 0 takes free ones.", 5080, least: 0);
        var played = new Option<bool>("--played") { Description = "The store is a played one." };
        var lost = SiloLostOption.Create();
        var snapshots = SnapshotOption.Create();
        var command = new Command("cluster", "Start silos, gateways and their PostgreSQL as processes on this machine, and keep them up.")
        {
            data, silos, gateways, port, played, lost, snapshots,
            Order(Stop, "Stop a cluster: gateways, then silos, then PostgreSQL.", data, StopAsync),
            Order(Status, "Show each process of a cluster.", data, folder => AskAsync(folder, Status)),
            Order(Restart, "Restart silos and gateways one after the other, while the cluster goes on.", data, folder => AskAsync(folder, Restart)),
        };
        command.SetAction((arguments, _) => CommandLine.GuardedAsync(() => RunAsync(new(
            Folder(arguments.GetValue(data)),
            arguments.GetValue(silos),
            arguments.GetValue(gateways),
            arguments.GetValue(port),
            arguments.GetValue(played) ? FolderKind.Play : FolderKind.Live,
            arguments.GetValue(lost),
            arguments.GetValue(snapshots))), CancellationToken.None));
        return command;
    }

    private static Command Order(string name, string description, Option<string> data, Func<string, Task<int>> order)
    {
        var command = new Command(name, description);
        command.SetAction((arguments, _) => CommandLine.GuardedAsync(() => order(Folder(arguments.GetValue(data))), CancellationToken.None));
        return command;
    }

    private static Option<int> Count(string name, string description, int usual, int least)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(text =>
        {
            if (text.GetValueOrDefault<int>() < least)
                text.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} takes a number from {least} on."));
        });
        return option;
    }

    private static string Folder(string? data) => Path.GetFullPath(data ?? Path.Combine(CommandLine.Home, "var", "cluster"));

    private static async Task<int> RunAsync(ClusterOptions options)
    {
        if (!ActorRuntime.IsClustered)
            throw new JournalException(CommandLine.OrleansNeeded, "A cluster of processes needs the Orleans build; this is the Local build.");

        using var stopping = new CancellationTokenSource();
        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopping.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, End);
        ControlServer? control = null;
        void Say(string line)
        {
            try
            {
                Console.WriteLine(line);
            }
            catch (IOException)
            {
                // Whoever read this has gone, or its disk is full; the cluster goes on.
            }

            control?.Tell(line);
        }

        try
        {
            await using var supervisor = Supervisor.Take(options, Say);
            control = ControlServer.Listen(options.Folder, (word, show) => ObeyAsync(word, show, supervisor, stopping));
            try
            {
                await supervisor.StartAsync(stopping.Token);
                Say($"The cluster is up; its files are in {options.Folder}, its store's address in 'store-address' there. Ctrl-C or './run cluster stop' ends it.");
                await Task.Delay(Timeout.Infinite, stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                Say("Stopping ...");
            }
        }
        finally
        {
            if (control is not null)
                await control.DisposeAsync();
        }

        return ExitCode.Done;
    }

    private static async Task<int?> ObeyAsync(string word, Action<string> show, Supervisor supervisor, CancellationTokenSource stopping)
    {
        switch (word)
        {
            case Stop:
                await stopping.CancelAsync();
                return null;
            case Status:
                foreach (var line in await supervisor.StatusAsync())
                    show(line);
                return ExitCode.Done;
            case Restart:
                return await RestartAsync(show, supervisor, stopping.Token);
            default:
                show($"'{word}' is no order.");
                return ExitCode.Usage;
        }
    }

    private static async Task<int> RestartAsync(Action<string> show, Supervisor supervisor, CancellationToken cancel)
    {
        try
        {
            await supervisor.RestartAsync(cancel);
            show("Every silo and gateway has been restarted.");
            return ExitCode.Done;
        }
        catch (ClusterException fault)
        {
            show($"{fault.Code}: {fault.Message}");
            return ExitCode.Fault;
        }
        catch (OperationCanceledException)
        {
            show("The cluster is being stopped.");
            return ExitCode.Fault;
        }
    }

    private static async Task<int> AskAsync(string folder, string word) =>
        await ControlSocket.AskAsync(folder, word, Console.WriteLine) ?? throw new ClusterException("no_cluster", $"No cluster runs on {folder}.");

    /// <summary>Also ends, in order, what a supervisor that was killed may have left behind.</summary>
    private static async Task<int> StopAsync(string folder)
    {
        if (await ControlSocket.AskAsync(folder, Stop, Console.WriteLine) is { } exit)
            return exit;
        if (ClusterRecord.AliveIn(folder) is not { Count: > 0 } left)
            throw new ClusterException("no_cluster", $"No cluster runs on {folder}.");
        // Held, so that no supervisor begins on the folder meanwhile; one that has begun keeps its processes.
        using var held = FolderLock.Take(folder);
        foreach (var (name, mark, signal) in left)
        {
            mark.Signal(signal);
            for (var late = DateTime.UtcNow + OrphanPatience; mark.IsAlive; await Task.Delay(50))
            {
                if (DateTime.UtcNow > late)
                    mark.Signal(Signal.Kill);
            }

            Console.WriteLine($"{name} (pid {mark.Id}) was left behind and has been ended");
        }

        return ExitCode.Done;
    }
}
