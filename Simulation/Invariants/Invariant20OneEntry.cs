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
        if (operation.StartsWith("outbox:", StringComparison.Ordinal) && Overtaken(world, operation["outbox:".Length..]) is { } earlier)
            Holds(false, $"{append.Stream} acted on '{operation}' before '{earlier}', which the same sender has sent earlier");
    }

    // A message that is due later may be sent earlier and carried later; all others come in the order of their sending.
    private static string? Overtaken(World world, string id)
    {
        var message = world.Store.Disk.Messages[id].Message;
        return world.Store.Disk.Outbox.Select(row => row.Message).FirstOrDefault(other =>
            other.Source == message.Source && other.Target == message.Target && other.DueAt <= message.DueAt
            && (other.Version, other.Index).CompareTo((message.Version, message.Index)) < 0
            && !world.Store.Disk.Operations.ContainsKey((other.Target, $"outbox:{other.Id}")))?.Id;
    }
}
