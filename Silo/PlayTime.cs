using ClusterActors.Gateway;
using ClusterActors.PlayClocks;

namespace ClusterActors.Silo;

/// <summary>The journalled clock of a played folder: it stands still until it is moved, and takes up where the journal left it.</summary>
internal sealed class PlayTime(DateTimeOffset start) : TimeProvider, IPlayTime
{
    private long ticks = start.UtcTicks;

    public static async Task<PlayTime> ReadAsync(IViews views)
    {
        var row = await views.FindAsync(PlayClockKey.Only.ToString());
        return new(row is null ? new(Years.First, 1, 1, 0, 0, 0, TimeSpan.Zero) : CanonicalJson.Read<PlayClockView>(row.Document).Now);
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void MovedTo(DateTimeOffset time)
    {
        long seen;
        while ((seen = Interlocked.Read(ref ticks)) < time.UtcTicks && Interlocked.CompareExchange(ref ticks, time.UtcTicks, seen) != seen)
        {
        }
    }
}
