using ClusterActors.Journal;
using ClusterActors.Silo.Telemetry;
using ClusterActors.Silo.Telemetry.Prometheus;
using ClusterActors.Storage;

namespace ClusterActors.Silo.Operators;

/// <summary>Takes together what an operator wants to see at once.</summary>
internal sealed class OperatorReport(
    ISilos silos, IOutbox outbox, IOutboxAge age, ICheckpoints checkpoints, ObservedCheckpoints made, IUpkeep upkeep, DeadlineWatch deadlines, PullExporter metrics, TimeProvider time)
{
    public async Task<OperatorStanding> TakeAsync(CancellationToken cancel)
    {
        var families = metrics.Read();
        var oldest = await age.OldestAsync(cancel);
        return new(
            time.GetUtcNow(),
            await silos.ListAsync(),
            Distribution.Of(families, "clusteractors_append_duration_seconds", labels => labels.Contains(new("clusteractors_outcome", "appended"))),
            Distribution.Of(families, "clusteractors_batch_size", _ => true),
            await outbox.DepthAsync(cancel),
            oldest is null ? null : time.GetUtcNow() - oldest,
            await outbox.ListParkedAsync(cancel),
            await deadlines.AtRiskAsync(cancel),
            await checkpoints.LatestAsync(cancel),
            made.LastMade,
            await upkeep.LatestAsync(cancel));
    }
}

/// <param name="AppendSeconds">Of this process; null where it has appended nothing.</param>
/// <param name="BatchSize">Of this process.</param>
/// <param name="Oldest">How long the oldest message has waited; null where none waits.</param>
/// <param name="CheckpointAt">When this process last had a checkpoint over everything.</param>
internal sealed record OperatorStanding(
    DateTimeOffset At,
    IReadOnlyList<SiloStanding> Silos,
    Distribution? AppendSeconds,
    Distribution? BatchSize,
    OutboxDepth Outbox,
    TimeSpan? Oldest,
    IReadOnlyList<OutboxMessage> Parked,
    IReadOnlyList<DeadlineAtRisk> Deadlines,
    Checkpoint? Checkpoint,
    DateTimeOffset? CheckpointAt,
    IReadOnlyList<UpkeepNote> Upkeep);
