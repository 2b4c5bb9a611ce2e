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
        foreach (var (e, _, _, _) in commit.Events)
            Holds(e.OperationId == operation && e.Actor == append.Actor && e.Actor.Length > 0, $"{e.Stream} version {e.Version} is not '{operation}' of {append.Actor}");
        if (operation.StartsWith("outbox:", StringComparison.Ordinal))
            Holds(world.Store.Disk.Messages.GetValueOrDefault(operation["outbox:".Length..])?.Message is { } message && message.Target == append.Stream
                    && append.Actor == Actor.System(message.Source).ToString(),
                $"{append.Stream} acted on '{operation}', which nobody has sent");
        if (append.SettlesMessage is { } settled)
            Holds(commit.Events.Any(h => h.Recorded.Type == StepAnswered.TypeName), $"'{settled}' is settled without an entry");
    }
}
