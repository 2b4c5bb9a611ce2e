using System.Text.Json;
using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Simulation.Store;

/// <summary>A whole store in memory. It passes the same contract suite as SQLite and PostgreSQL.</summary>
/// <param name="wall">The clock of leases.</param>
internal sealed class SimulatedStore : IStore
{
    private readonly SimulatedDisk disk;
    private bool closed;

    public SimulatedStore(SimulatedDisk disk, TimeProvider wall)
    {
        this.disk = disk;
        // Who opens the store is the only dispatcher, so no lease of an earlier one is worth waiting for.
        foreach (var row in disk.Outbox)
            row.HeldUntil = default;
        var bell = new OutboxBell(wall);
        Journal = new SimulatedJournal(this, bell, wall);
        Reader = new SimulatedReader(this);
        var outbox = new SimulatedOutbox(this, bell, wall);
        (Outbox, OutboxAge) = (outbox, outbox);
        Upkeep = new SimulatedUpkeep(this);
        Checkpoints = new SimulatedCheckpoints(this);
        Views = new SimulatedViews(this);
        People = new SimulatedPeople(this);
        Blobs = new SimulatedBlobs(this);
        National = new SimulatedNationalViews(this);
        Viewer = new SimulatedJournalViewer(this);
    }

    /// <summary>Told of every append that was written, within the write.</summary>
    public Action<Append>? Committed { get; set; }

    public IJournal Journal { get; }

    public IJournalReader Reader { get; }

    public IOutbox Outbox { get; }

    public IOutboxAge OutboxAge { get; }

    public ICheckpoints Checkpoints { get; }

    public IViews Views { get; }

    public IPeople People { get; }

    public IBlobs Blobs { get; }

    public INationalViews National { get; }

    public IJournalViewer Viewer { get; }

    public IUpkeep Upkeep { get; }

    public SimulatedDisk Disk => closed ? throw new JournalException(StoreFault.StoreClosed, "The store has been closed.") : disk;

    /// <summary>The clusters a school is or was in: as its view says, as it was inspected, and as it has joined them.</summary>
    public SortedSet<string> ClustersOf(string school)
    {
        var itself = new SchoolKey(school).ToString();
        return new(
            [
                .. Disk.Views.TryGetValue(itself, out var view) && view.Cluster is { } now ? [now] : Array.Empty<string>(),
                .. Disk.Views.Values.Where(v => v.Kind == InspectionKey.Kind && v.School == school).Select(v => v.Cluster).OfType<string>(),
                .. Disk.Streams.GetValueOrDefault(itself, []).Where(e => e.Type == "cluster-joined")
                    .Select(e => CanonicalJson.Read<JsonElement>(e.Payload).GetProperty("cluster").GetString()!),
            ],
            StringComparer.Ordinal);
    }

    public Task ProveWritableAsync(CancellationToken cancel = default) => Done(() => Disk);

    public ValueTask DisposeAsync()
    {
        closed = true;
        return ValueTask.CompletedTask;
    }

    /// <summary>Work that is done at once; what it throws is the task's.</summary>
    public static Task<T> Done<T>(Func<T> work)
    {
        try
        {
            return Task.FromResult(work());
        }
        catch (Exception fault)
        {
            return Task.FromException<T>(fault);
        }
    }
}
