using ClusterActors.Journal;

namespace ClusterActors.Silo;

/// <summary>Keeps the dispatcher going: at once when messages have come, and now and then for those whose time has come.</summary>
internal sealed partial class DispatcherService(Dispatcher dispatcher, IOutbox outbox, TimeProvider time, ILogger<DispatcherService> log) : BackgroundService
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
                await PassAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; the outbox keeps what was not carried.
        }
    }

    private async Task PassAsync(CancellationToken stopping)
    {
        try
        {
            if (await dispatcher.PassAsync(stopping) == 0)
                await outbox.WaitAsync(AtMost, stopping);
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            // Not the outbox's own wait: it reads the store, which may be what has failed.
            Failed(fault);
            await Task.Delay(AtMost, time, stopping);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A pass of the dispatcher failed; the outbox keeps what was not carried")]
    private partial void Failed(Exception fault);
}
