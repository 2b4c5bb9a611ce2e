using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ClusterActors.Silo.Processes;

/// <summary>A process that is started again whenever it ends without having been asked to.</summary>
/// <param name="changed">Called when there is another process, or none, under the name.</param>
/// <param name="say">Takes a line for the operator.</param>
internal sealed class KeptProcess(ProcessPlan plan, Launcher launcher, string log, Action changed, Action<string> say)
{
    private TaskCompletionSource<TimeSpan> stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task keeping = Task.CompletedTask;
    private StartedProcess? current;

    public string Name => plan.Name;

    public ProcessMark? Mark => current?.Mark;

    /// <summary>Where it serves; null while it does not.</summary>
    public string? Address { get; private set; }

    /// <summary>How often it has been started since this process keeps it.</summary>
    public int Starts { get; private set; }

    /// <summary>Completes when it serves.</summary>
    /// <param name="patience">How long it may take to end when it is cancelled.</param>
    /// <param name="again">Whether it has served before: then it is started again even when it ends before it serves.</param>
    /// <exception cref="ClusterException"><c>process_ended</c>: it ended before it served.</exception>
    public async Task StartAsync(TimeSpan patience, bool again, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cancelled = cancel.Register(() => stop.TrySetResult(patience));
        var first = await LaunchAsync();
        var up = IsUpAsync(first);
        keeping = KeepAsync(first, up, again, stop.Task);
        if (!await up && !stop.Task.IsCompleted)
            throw new ClusterException("process_ended", $"{Name} ended at its start: {first.LastWords} (more in {log})");
        cancel.ThrowIfCancellationRequested();
    }

    /// <summary>Ends it, in order if it does so in time.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        stop.TrySetResult(patience);
        await keeping;
        Forget();
    }

    private async Task KeepAsync(StartedProcess process, Task<bool> up, bool again, Task<TimeSpan> stop)
    {
        if (await Task.WhenAny(up, stop) == up && !await up && !again)
            return;

        var backOff = new BackOff();
        while (true)
        {
            var began = Stopwatch.GetTimestamp();
            if (await Task.WhenAny(process.Ended, stop) == stop)
            {
                await EndAsync(process, await stop);
                return;
            }

            var code = await process.Ended;
            Forget();
            var pause = backOff.After(Stopwatch.GetElapsedTime(began));
            say(string.Create(CultureInfo.InvariantCulture, $"{Name} ended with {code}: {process.LastWords}; it is started again in {pause.TotalSeconds:0.#} s"));
            await plan.Afterwards();
            StartedProcess? next = null;
            while (next is null)
            {
                if (await Task.WhenAny(Task.Delay(pause), stop) == stop)
                    return;
                next = await TryLaunchAsync();
            }

            process = next;
            _ = IsUpAsync(process);
        }
    }

    // A machine that has no room for another process has it later.
    private async Task<StartedProcess?> TryLaunchAsync()
    {
        try
        {
            return await LaunchAsync();
        }
        catch (Exception full) when (full is IOException or Win32Exception)
        {
            say($"{Name} could not be started: {full.Message}; it is tried again");
            return null;
        }
    }

    private async Task EndAsync(StartedProcess process, TimeSpan patience)
    {
        if (await process.StopAsync(patience))
            return;
        say(string.Create(CultureInfo.InvariantCulture, $"{Name} did not end in {patience.TotalSeconds:0} s and was killed"));
        await plan.Afterwards();
    }

    private async Task<StartedProcess> LaunchAsync()
    {
        Starts++;
        current = await StartedProcess.StartAsync(plan, launcher, log);
        changed();
        return current;
    }

    private async Task<bool> IsUpAsync(StartedProcess process)
    {
        if (await process.Up is not { } address)
            return false;
        Address = address;
        say(string.Create(CultureInfo.InvariantCulture, $"{Name,-10} pid {process.Mark.Id,-8} {address}"));
        changed();
        return true;
    }

    private void Forget()
    {
        current = null;
        Address = null;
        changed();
    }
}
