using ClusterActors.Journal;

namespace ClusterActors.Silo;

/// <summary>Keeps the dispatcher going: at once when messages have come, and now and then for those whose time has come.</summary>
internal sealed partial class DispatcherService(Dispatcher dispatcher, IOutbox outbox, ILogger<DispatcherService> log) : BackgroundService
{
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await dispatcher.PassAsync(stoppingToken) == 0)
                    await outbox.WaitAsync(AtMost, stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(fault);
                await outbox.WaitAsync(AtMost, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A pass of the dispatcher failed; the outbox keeps what was not carried")]
    private partial void Failed(Exception fault);
}
