namespace ClusterActors.Silo.Processes;

/// <summary>How long to wait before a process that ended is started again: longer each time, from the beginning after one that had lived for a while.</summary>
internal sealed class BackOff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    private TimeSpan next = First;

    public TimeSpan After(TimeSpan lived)
    {
        var pause = lived > Settled ? First : next;
        next = TimeSpan.FromTicks(Math.Min(2 * pause.Ticks, Longest.Ticks));
        return pause;
    }
}
