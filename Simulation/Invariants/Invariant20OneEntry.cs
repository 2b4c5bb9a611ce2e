using ClusterActors.Journal;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant20OneEntry() : Invariant(20, "each change has one entry with its actor and operation, and a cause that is on record")
{
    private readonly HashSet<(string Stream, string Operation)> seen = [];

    public override void Committed(World world, Commit commit)
    {
        var append = commit.Append;
        var operation = append.OperationId;
        Holds(seen.Add((append.Stream, operation)), $"'{operation}' on {append.Stream} is written twice");
        var broken = AppendInvariants.Broken(append);
        Holds(broken is null, broken?.Detail ?? "");
        if (operation.StartsWith("outbox:", StringComparison.Ordinal))
            Holds(world.Store.Disk.Messages.GetValueOrDefault(operation["outbox:".Length..])?.Message is { } message && message.Target == append.Stream
                    && append.Actor == Actor.System(message.Source).ToString(),
                $"{append.Stream} acted on '{operation}', which nobody has sent");
    }
}
