using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace ClusterActors.Silo.Processes;

/// <summary>
/// Starts processes that end with this one, however it ends: the kernel signals them (PR_SET_PDEATHSIG). To the kernel their
/// parent is the thread that started them, so one thread starts them all and lives as long as the process. Each is in a session
/// of its own: Ctrl-C on the terminal is for this process, which stops the others in order.
/// </summary>
internal sealed class Launcher : IDisposable
{
    private readonly BlockingCollection<Action> queue = [];

    public Launcher() => new Thread(Work) { IsBackground = true, Name = "launcher" }.Start();

    /// <summary>The words before a command that make a program end with the thread that starts it.</summary>
    /// <param name="asUser">A user to change to; null to stay.</param>
    public static string[] Tied(Signal atOurDeath, string? asUser) =>
    [
        "setsid", "setpriv", "--pdeathsig", atOurDeath switch { Signal.Interrupt => "INT", Signal.Terminate => "TERM", _ => "KILL" },
        .. asUser is null ? (string[])[] : ["--reuid", asUser, "--regid", "nogroup", "--clear-groups"],
    ];

    public Task<Process> StartAsync(ProcessPlan plan)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        queue.Add(() =>
        {
            try
            {
                started.SetResult(Start(plan));
            }
            catch (Exception fault)
            {
                started.SetException(fault);
            }
        });
        return started.Task;
    }

    public void Dispose() => queue.CompleteAdding();

    private static Process Start(ProcessPlan plan)
    {
        var start = new ProcessStartInfo(plan.Command[0], plan.Command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = "/",
        };
        foreach (var (name, value) in plan.Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private void Work()
    {
        foreach (var start in queue.GetConsumingEnumerable())
            start();
    }
}
