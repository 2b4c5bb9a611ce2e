using System.Threading.Channels;
using ClusterActors.Journal;

namespace ClusterActors.Silo;

/// <summary>Makes checkpoints: hourly, after every published document, and when the server stops.</summary>
internal sealed partial class CheckpointService(ICheckpoints checkpoints, TimeProvider time, ILogger<CheckpointService> log) : BackgroundService
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    // One waiting request is enough: the checkpoint that answers it covers all that came before.
    private readonly Channel<bool> requests = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Request() => requests.Writer.TryWrite(true);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await MakeAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Hour, time);
        var hourly = RequestHourlyAsync(timer, stoppingToken);
        try
        {
            await foreach (var _ in requests.Reader.ReadAllAsync(stoppingToken))
                await MakeAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await hourly;
        }
    }

    private async Task RequestHourlyAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            while (await timer.WaitForNextTickAsync(stopping))
                Request();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server stops; so do the hours.
        }
    }

    private async Task MakeAsync(CancellationToken cancel)
    {
        try
        {
            var made = await checkpoints.MakeAsync(cancel);
            Made(made.Number, made.Position, Convert.ToHexStringLower(made.Root));
        }
        catch (JournalException fault)
        {
            Failed(fault);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Checkpoint {Number} at position {Position}: {Root}")]
    private partial void Made(long number, long position, string root);

    [LoggerMessage(2, LogLevel.Error, "No checkpoint could be made; the next one covers what this would have")]
    private partial void Failed(Exception fault);
}
