using ClusterActors.Campaigns;
using ClusterActors.Journal;

namespace ClusterActors.Simulation.Invariants;

internal sealed class Invariant22AllWorkDone() : Invariant(22, "a minute after all faults have healed, all work is done")
{
    public override void Healed(World world)
    {
        var now = world.Time.GetUtcNow();
        var left = world.Store.Disk.Outbox.Where(row => !row.Done && row.Message.DueAt <= now).Select(row => row.Message.Id).ToList();
        Holds(left.Count == 0, $"not carried: {string.Join(", ", left)}");
        foreach (var row in world.Store.Disk.Outbox.Where(row => row.Done))
        {
            Holds(world.Store.Disk.Operations.ContainsKey((row.Message.Target, $"outbox:{row.Message.Id}")), $"'{row.Message.Id}' is done and its target has not answered it");
            Holds(world.Store.Disk.Streams[row.Message.Source].Any(e => e.Type == StepAnswered.TypeName && e.OperationId == $"step:{row.Message.Id}"),
                $"'{row.Message.Id}' is done and its sender has not recorded it");
        }

        Holds(!world.Year.Over || world.Year.Campaigns.All(key => world.Ledger.State<CampaignState.Opened>(key)?.Phase == Phase.Closed), "the year is over and not closed");
    }
}
