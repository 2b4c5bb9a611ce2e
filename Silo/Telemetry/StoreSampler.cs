using System.Diagnostics.Metrics;
using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Silo.Telemetry;

/// <summary>What the store and the runtime stood at a few seconds ago, for gauges, which may not wait for a store.</summary>
internal sealed partial class StoreSampler(
    IOutbox outbox, IOutboxAge age, ICheckpoints checkpoints, IUpkeep upkeep, DeadlineWatch deadlines, ISilos silos, TimeProvider time, ILogger<StoreSampler> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private volatile StoreSample? latest;

    public void AddTo(Instruments instruments)
    {
        instruments.Gauge("clusteractors.store.available", "{store}", "1 while the store can be read, else 0.", () => latest is null ? null : latest.Available ? 1 : 0);
        instruments.Gauge("clusteractors.outbox.waiting", "{message}", "Messages neither done nor parked.", () => latest?.Depth?.Waiting);
        instruments.Gauge("clusteractors.outbox.parked", "{message}", "Messages set aside until an official lets them go on.", () => latest?.Depth?.Parked);
        instruments.Gauge(
            "clusteractors.outbox.oldest.age", "s", "How long the oldest message that could be carried has waited; 0 when there is none.",
            () => latest is { Available: true } sample ? sample.Oldest is { } oldest ? Math.Max(0, (time.GetUtcNow() - oldest).TotalSeconds) : 0 : null);
        instruments.Gauge("clusteractors.checkpoint.number", "{checkpoint}", "Number of the latest checkpoint.", () => latest?.Checkpoint?.Number);
        instruments.Gauge("clusteractors.checkpoint.position", "{event}", "Position of the last event that the latest checkpoint covers.", () => latest?.Checkpoint?.Position);
        instruments.Gauge(
            "clusteractors.deadlines", "{cluster}", "Clusters whose next deadline somebody has still to meet: within a week, or past.",
            () => latest?.Deadlines is not { } risks ? [] :
            [
                new Measurement<double>(risks.Count(risk => !risk.Overdue), new KeyValuePair<string, object?>("clusteractors.deadline.state", "soon")),
                new Measurement<double>(risks.Count(risk => risk.Overdue), new KeyValuePair<string, object?>("clusteractors.deadline.state", "overdue")),
            ]);
        instruments.Gauge(
            "clusteractors.upkeep.age", "s", "Time since the last backup, verification and drill ended.",
            () => PerTask(note => Math.Max(0, (time.GetUtcNow() - note.At).TotalSeconds)));
        instruments.Gauge(
            "clusteractors.upkeep.findings", "{finding}", "What the last backup, verification and drill found wrong.", () => PerTask(note => note.Findings));
        instruments.Gauge("clusteractors.activations", "{grain}", "Grains that are active in this process.", () => latest?.Activations);
    }

    private IEnumerable<Measurement<double>> PerTask(Func<UpkeepNote, double> value) => latest?.Upkeep?.Select(note =>
        new Measurement<double>(value(note), new KeyValuePair<string, object?>("clusteractors.task", note.Task.ToString().ToLowerInvariant()))) ?? [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
                latest = await TakeAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops, and nobody reads gauges any more.
        }
    }

    private async Task<StoreSample> TakeAsync(CancellationToken cancel)
    {
        try
        {
            return new(
                Available: true,
                await outbox.DepthAsync(cancel),
                await age.OldestAsync(cancel),
                await checkpoints.LatestAsync(cancel),
                await upkeep.LatestAsync(cancel),
                await deadlines.AtRiskAsync(cancel),
                await silos.ActivationsHereAsync());
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            if (latest is not { Available: false })
                Failed(Attributes.CodeOf(fault));
            return new(Available: false, null, null, null, null, null, null);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "What the gauges show could not be read ({Code}); they are silent until it can")]
    private partial void Failed(string code);

    private sealed record StoreSample(
        bool Available, OutboxDepth? Depth, DateTimeOffset? Oldest, Checkpoint? Checkpoint,
        IReadOnlyList<UpkeepNote>? Upkeep, IReadOnlyList<DeadlineAtRisk>? Deadlines, int? Activations);
}
