using ClusterActors.Journal;
using ClusterActors.Simulation;

namespace ClusterActors.Tests.Fuzz;

/// <summary>The journal of a simulated year, with a checkpoint at its end.</summary>
internal static class JournalledYear
{
    public static async Task<JournalCopy> ReadAsync()
    {
        var world = new World(1, Faults.Usual, new());
        Assert.Null(Run.Of(world).Violation);
        var reader = world.Store.Reader;
        return new([.. world.Store.Disk.Events], await reader.ReadHeadsAsync(), await reader.ReadCheckpointsAsync());
    }
}

/// <summary>All that a verifier reads.</summary>
internal sealed record JournalCopy(IReadOnlyList<JournalEvent> Events, JournalHeads Heads, IReadOnlyList<Checkpoint> Checkpoints) : IJournalReader
{
    public IAsyncEnumerable<JournalEvent> ReadAllAsync(long after, CancellationToken cancel = default) => Events.Where(e => e.Position > after).ToAsyncEnumerable();

    public Task<JournalHeads> ReadHeadsAsync(CancellationToken cancel = default) => Task.FromResult(Heads);

    public Task<IReadOnlyList<Checkpoint>> ReadCheckpointsAsync(CancellationToken cancel = default) => Task.FromResult(Checkpoints);
}
