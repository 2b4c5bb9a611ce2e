using ClusterActors.Journal;
using ClusterActors.Simulation.Silos;

namespace ClusterActors.Simulation;

/// <summary>What a simulation is put together from: production's own, or, to prove that the simulator sees it, something worse.</summary>
internal sealed record Parts
{
    public Func<IActivation, SiloPorts, object> Make { get; init; } = GrainMaker.Make;

    /// <summary>Around the store's journal, as every silo sees it.</summary>
    public Func<IJournal, IJournal> Journal { get; init; } = journal => journal;

    public Func<IOutbox, IOutbox> Outbox { get; init; } = outbox => outbox;

    /// <summary>How messages are carried: as in production, but given up so early that some are parked.</summary>
    public DispatcherOptions Carrying { get; init; } = DispatcherOptions.Default with { Tries = 2 };

    /// <summary>Around what the journal is verified by at the end.</summary>
    public Func<IJournalReader, IJournalReader> Reader { get; init; } = reader => reader;
}
