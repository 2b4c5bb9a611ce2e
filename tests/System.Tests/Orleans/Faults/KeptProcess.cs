using System.Text;

namespace ClusterActors.Tests.Faults;

/// <summary>A process that is started again whenever it ends, as whoever runs a cluster does it, until it is held down.</summary>
internal sealed class KeptProcess(Func<SiloProcess> start) : IAsyncDisposable
{
    private const int Tries = 5;

    private readonly StringBuilder earlier = new();
    private volatile SiloProcess? process;
    private Task keeping = Task.CompletedTask;
    private volatile bool held;

    /// <summary>How often it was started.</summary>
    public int Starts { get; private set; }

    public int Id => process!.Id;

    /// <summary>What it and its predecessors wrote to standard error.</summary>
    public string Said => earlier + process?.Error;

    /// <summary>Until it serves. A silo that starves while it starts can be given up by the others; then it ends, and is started again.</summary>
    public async Task StartAsync()
    {
        held = false;
        for (var tries = 1; ; tries++)
        {
            Begin();
            try
            {
                await process!.OutputAfterAsync("Listening on ");
                break;
            }
            catch (InvalidOperationException) when (tries < Tries)
            {
                // It is started again.
            }
        }

        keeping = KeepAsync();
    }

    /// <summary>SIGKILL; it comes again by itself.</summary>
    public void Kill() => process!.Kill();

    /// <summary>SIGKILL; it comes again with <see cref="StartAsync"/>.</summary>
    public async Task HoldDownAsync()
    {
        held = true;
        process!.Kill();
        await keeping;
    }

    public Task SignalAsync(string signal) => OwnProcess.SignalAsync(signal, Id);

    /// <summary>SIGSTOP, and SIGCONT after a while; nothing where it ends at that moment.</summary>
    public async Task PauseAsync(TimeSpan pause)
    {
        var paused = process!;
        try
        {
            await OwnProcess.SignalAsync("STOP", paused.Id);
            await Task.Delay(pause);
            await OwnProcess.SignalAsync("CONT", paused.Id);
        }
        catch (Exception fault) when (paused != process && fault is ArgumentException or InvalidOperationException)
        {
            // A silo that finds itself given up ends; its successor is not the one that was meant.
        }
    }

    /// <summary>Asks it to end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        held = true;
        var exit = await process!.TerminateAsync();
        await keeping;
        return exit;
    }

    public async ValueTask DisposeAsync()
    {
        held = true;
        process?.Kill();
        await keeping;
        process?.Dispose();
    }

    private void Begin()
    {
        Starts++;
        var before = process;
        process = start();
        _ = process.TakeError();
        if (before is null)
            return;
        earlier.Append(before.Error);
        before.Dispose();
    }

    private async Task KeepAsync()
    {
        while (true)
        {
            await process!.ExitAsync();
            if (held)
                return;
            Begin();
        }
    }
}
