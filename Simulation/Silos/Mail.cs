using ClusterActors.Simulation.Store;

namespace ClusterActors.Simulation.Silos;

/// <summary>Lets dispatchers sleep while there is no message, or a year of waiting would be a year of empty passes.</summary>
internal sealed class Mail(SimulatedDisk disk, VirtualTime time)
{
    private TaskCompletionSource rung = new();

    /// <summary>Until a message waits whose time has come.</summary>
    public async Task ComeAsync()
    {
        while (true)
        {
            var due = Due();
            if (due <= time.GetUtcNow())
                return;
            await (due == DateTimeOffset.MaxValue ? rung.Task : Task.WhenAny(rung.Task, time.SleepUntil(due)));
        }
    }

    // What stands behind a parked message between the same two waits until that is resumed.
    private DateTimeOffset Due()
    {
        var (due, parked) = (DateTimeOffset.MaxValue, disk.Outbox.Where(row => row is { Done: false, Parked: not null }).Select(row => (row.Message.Source, row.Message.Target)).ToHashSet());
        foreach (var row in disk.Outbox)
        {
            if (row.IsWaiting && row.Message.DueAt < due && !parked.Contains((row.Message.Source, row.Message.Target)))
                due = row.Message.DueAt;
        }

        return due;
    }

    /// <summary>A message may have come, or may go on.</summary>
    public void Ring()
    {
        var heard = rung;
        rung = new();
        heard.SetResult();
    }
}
