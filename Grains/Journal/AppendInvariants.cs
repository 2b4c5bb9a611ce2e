namespace ClusterActors.Journal;

/// <summary>What must hold of every append whatever it is about, and can be seen from the append alone.</summary>
public static class AppendInvariants
{
    public static BrokenInvariant? Broken(Append append)
    {
        var previous = DateTimeOffset.MinValue;
        foreach (var e in append.Events)
        {
            if (e.OperationId != append.OperationId || e.Actor != append.Actor || e.Actor.Length == 0 || e.OperationId.Length == 0)
                return new(20, $"{e.Stream} version {e.Version} has another operation or another actor than its append");
            if (e.RecordedAt < previous)
                return new(8, $"{e.Stream} version {e.Version} is recorded before the event before it");
            previous = e.RecordedAt;
        }

        return append.SettlesMessage is { } settled && append.Events.All(e => e.Type != StepAnswered.TypeName)
            ? new(20, $"'{settled}' is settled without an entry")
            : null;
    }
}
