using System.Diagnostics;

namespace ClusterActors.Silo.Processes;

/// <summary>A process from its start to its end.</summary>
internal sealed class StartedProcess
{
    private readonly ProcessPlan plan;
    private readonly Process process;
    private readonly TaskCompletionSource<string?> up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StartedProcess(ProcessPlan plan, Process process, string log)
    {
        this.plan = plan;
        this.process = process;
        Mark = ProcessMark.Of(process.Id) ?? new(process.Id, -1);
        Ended = FollowAsync(log);
    }

    public ProcessMark Mark { get; }

    /// <summary>The address at which it serves; null when it ended before it did.</summary>
    public Task<string?> Up => up.Task;

    /// <summary>Its exit code; 128 and a signal's number when a signal ended it.</summary>
    public Task<int> Ended { get; }

    /// <summary>The last line that it said.</summary>
    public string LastWords { get; private set; } = "it said nothing";

    public static async Task<StartedProcess> StartAsync(ProcessPlan plan, Launcher launcher, string log) =>
        new(plan, await launcher.StartAsync(plan), log);

    /// <summary>Asks it to end in order, and ends it when it has not done so in time.</summary>
    /// <returns>Whether it ended by itself.</returns>
    public async Task<bool> StopAsync(TimeSpan patience)
    {
        Mark.Signal(plan.Stop);
        if (await Task.WhenAny(Ended, Task.Delay(patience)) == Ended)
            return true;
        Mark.Signal(Signal.Kill);
        await Ended;
        return false;
    }

    private async Task<int> FollowAsync(string path)
    {
        using (var log = new ProcessLog(path))
        {
            await Task.WhenAll(TakeAsync(process.StandardOutput, log), TakeAsync(process.StandardError, log));
            await process.WaitForExitAsync();
        }

        up.TrySetResult(null);
        var code = process.ExitCode;
        process.Dispose();
        return code;
    }

    private async Task TakeAsync(StreamReader output, ProcessLog log)
    {
        while (await output.ReadLineAsync() is { } line)
        {
            log.Write(line);
            LastWords = line;
            if (plan.UpWith(line) is { } address)
                up.TrySetResult(address);
        }
    }
}
