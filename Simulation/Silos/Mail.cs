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
            var due = disk.Outbox.Where(row => row.IsWaiting).Select(row => row.Message.DueAt).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
            if (due <= time.GetUtcNow())
                return;
            await (due == DateTimeOffset.MaxValue ? rung.Task : Task.WhenAny(rung.Task, time.SleepUntil(due)));
        }
    }

    /// <summary>A message may have come, or may go on.</summary>
    public void Ring()
    {
        var heard = rung;
        rung = new();
        heard.SetResult();
    }
}
