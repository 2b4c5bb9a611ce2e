using System.CommandLine;
using System.Net.Sockets;
using ClusterActors.Journal;
using ClusterActors.Play;
using ClusterActors.Play.Data;
using ClusterActors.Silo.Archives;
using ClusterActors.Silo.Processes;
using ClusterActors.Storage.Backups;

namespace ClusterActors.Silo.Commands;

/// <summary>The command line: which verbs there are, their options, and what their failures mean for the exit code.</summary>
internal static class CommandLine
{
    /// <summary>The code of what only the Orleans build can do.</summary>
    public const string OrleansNeeded = "orleans_needed";

    /// <summary>The folder that <c>data/</c> and <c>var/</c> lie in; set by the start script, else where the program was started.</summary>
    public static string Home => Environment.GetEnvironmentVariable("CLUSTERACTORS_HOME") is { Length: > 0 } home ? home : Environment.CurrentDirectory;

    // Long enough to remove a database that a drill has made.
    private static readonly TimeSpan ClearingUp = TimeSpan.FromSeconds(60);

    /// <summary>Every verb with its options.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("ClusterActors: the emulation year of political schools' clusters. Without a verb it starts the server and leaves it up.");
        ServeCommand.AddTo(root);
        root.Subcommands.Add(ClusterCommand.Create());
        root.Subcommands.Add(PlayCommand.Create());
        root.Subcommands.Add(VerifyCommand.Create());
        root.Subcommands.Add(BackupCommand.Create());
        root.Subcommands.Add(RestoreCommand.Create());
        root.Subcommands.Add(DrillCommand.Create());
        root.Subcommands.Add(ArchiveCommand.Create());
        root.Subcommands.Add(VerifyArchiveCommand.Create());
        root.Subcommands.Add(RecoverKeyCommand.Create());
        root.Subcommands.Add(SimulateCommand.Create());
        return root;
    }

    public static Task<int> RunAsync(string[] args)
    {
        var parsed = Create().Parse(args);
        // Of a server Ctrl-C and SIGTERM are the host's, and of a cluster the supervisor's; other verbs are cancelled and clear up.
        var clearsUp = parsed.CommandResult.Command.Name is BackupCommand.Name or RestoreCommand.Name or DrillCommand.Name or VerifyCommand.Name or ArchiveCommand.Name or VerifyArchiveCommand.Name;
        return parsed.Errors.Count > 0
            ? parsed.InvokeAsync().ContinueWith(_ => ExitCode.Usage, TaskScheduler.Default)
            : parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = clearsUp ? ClearingUp : null });
    }

    /// <summary>Runs a verb's work; a failure that has a code is one line on standard error.</summary>
    /// <param name="work">Gives the exit code.</param>
    /// <param name="cancel">What the work is cancelled by; none for a verb that ends in its own way.</param>
    public static async Task<int> GuardedAsync(Func<Task<int>> work, CancellationToken cancel)
    {
        try
        {
            return await work();
        }
        catch (EndedWhileStartingException)
        {
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return Say(ExitCode.Cancelled, "cancelled", "It was asked to end before it was done.");
        }
        catch (JournalException fault)
        {
            return Say(fault.Code == OrleansNeeded ? ExitCode.OrleansMissing : ExitCode.Folder, fault.Code, fault.Message);
        }
        catch (ClusterException fault)
        {
            return Say(ExitCode.Fault, fault.Code, fault.Message);
        }
        catch (BackupException unusable)
        {
            return Say(ExitCode.Backup, unusable.Code, unusable.Message);
        }
        catch (ArchiveException not)
        {
            return Say(ExitCode.Refused, not.Code, not.Message);
        }
        catch (DataException wrong)
        {
            return Say(ExitCode.Data, wrong.Code, wrong.Message);
        }
        catch (RefusedException refused)
        {
            return Say(ExitCode.Refused, refused.Code, refused.Message);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SocketException or HttpRequestException or TimeoutException or FormatException)
        {
            return Say(ExitCode.Fault, "fault", fault.Message);
        }
    }

    private static int Say(int exit, string code, string message)
    {
        Console.Error.WriteLine($"{code}: {message}");
        return exit;
    }
}
