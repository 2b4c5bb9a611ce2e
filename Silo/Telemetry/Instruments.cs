using System.Diagnostics;
using System.Diagnostics.Metrics;
using ClusterActors.Journal;

namespace ClusterActors.Silo.Telemetry;

/// <summary>
/// All that this program measures of its own, by the names and units of docs/telemetry.md; a test holds the two against each other.
/// Attributes have few values that this program itself makes: no key of a stream, no person, no text that somebody sent.
/// </summary>
internal sealed class Instruments : IDisposable
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "ClusterActors";

    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private readonly Meter meter = new(Name);

    public Instruments()
    {
        AppendDuration = Duration("clusteractors.append.duration", "Time from an append to its answer, by outcome.");
        Events = meter.CreateCounter<long>("clusteractors.events", "{event}", "Events appended.");
        LoadDuration = Duration("clusteractors.load.duration", "Time in which a stream's events were read for a grain, by what was read.");
        LoadedEvents = meter.CreateCounter<long>("clusteractors.load.events", "{event}", "Events read for grains.");
        SnapshotReads = meter.CreateCounter<long>("clusteractors.snapshot.reads", "{read}", "Looks for a snapshot, by outcome.");
        SnapshotsIgnored = meter.CreateCounter<long>("clusteractors.snapshot.ignored", "{snapshot}", "Snapshots found that were of no use.");
        Commands = meter.CreateCounter<long>("clusteractors.commands", "{command}", "Commands that grains have answered, by kind and outcome.");
        CommandDuration = Duration("clusteractors.command.duration", "Time a grain took for a command, by the kind of grain.");
        Deliveries = meter.CreateCounter<long>("clusteractors.outbox.deliveries", "{delivery}", "Messages carried, by outcome.");
        DeliveryTries = meter.CreateHistogram(
            "clusteractors.outbox.tries",
            "{try}",
            "Leases that a message had had when it was carried.",
            advice: new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 3, 5, 8, 12] });
        Retries = meter.CreateCounter<long>("clusteractors.outbox.retries", "{message}", "Messages given back for another try.");
        Parkings = meter.CreateCounter<long>("clusteractors.outbox.parkings", "{message}", "Messages that were parked.");
        Passes = meter.CreateCounter<long>("clusteractors.dispatcher.passes", "{pass}", "Passes of the dispatcher, by outcome.");
        Violations = meter.CreateCounter<long>("clusteractors.invariant.violations", "{append}", "Appends refused because an invariant would not have held.");
        Checkpoints = meter.CreateCounter<long>("clusteractors.checkpoints", "{checkpoint}", "Checkpoints asked for, by outcome.");
    }

    public static ActivitySource Source { get; } = new(Name);

    public Histogram<double> AppendDuration { get; }

    public Counter<long> Events { get; }

    public Counter<long> Violations { get; }

    public Histogram<double> LoadDuration { get; }

    public Counter<long> LoadedEvents { get; }

    public Counter<long> SnapshotReads { get; }

    public Counter<long> SnapshotsIgnored { get; }

    public Counter<long> Commands { get; }

    public Histogram<double> CommandDuration { get; }

    public Counter<long> Deliveries { get; }

    public Histogram<int> DeliveryTries { get; }

    public Counter<long> Retries { get; }

    public Counter<long> Parkings { get; }

    public Counter<long> Passes { get; }

    public Counter<long> Checkpoints { get; }

    /// <param name="value">Null shows nothing: what is not known is not 0.</param>
    public void Gauge(string name, string unit, string description, Func<double?> value) =>
        meter.CreateObservableGauge(name, () => value() is { } known ? [new Measurement<double>(known)] : Array.Empty<Measurement<double>>(), unit, description);

    public void Gauge(string name, string unit, string description, Func<IEnumerable<Measurement<double>>> values) =>
        meter.CreateObservableGauge(name, values, unit, description);

    /// <summary>What has never happened shows as 0 and not as nothing, so that an alert sees the first time; for when somebody listens.</summary>
    public void BeginAtZero()
    {
        foreach (var counter in (Counter<long>[])[SnapshotsIgnored, Retries, Parkings])
            counter.Add(0);
        foreach (var invariant in BrokenInvariant.Watched)
            Violations.Add(0, new KeyValuePair<string, object?>(Attributes.Invariant, invariant));
    }

    public void Dispose() => meter.Dispose();

    private Histogram<double> Duration(string name, string description) =>
        meter.CreateHistogram(name, "s", description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
}
