using ClusterActors.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace ClusterActors.Simulation.Silos;

/// <summary>What would be a process: grains in memory, a dispatcher, and ports that a crash cuts off.</summary>
internal sealed class VirtualSilo
{
    private readonly World world;

    private readonly DomainClock clock;

    public VirtualSilo(World world, int number) => (this.world, Number, Life, clock) = (world, number, new(this), new WallClock(new SiloClock(world)));

    public int Number { get; }

    public Life Life { get; private set; }

    public object Make(IActivation activation, Life life) => world.Parts.Make(activation, Ports(life));

    /// <summary>Dispatches for one life of the silo.</summary>
    public async Task DispatchAsync()
    {
        var life = Life;
        var ports = Ports(life);
        var delivery = new GrainDelivery(world.Network.Grains, world.Parts.Carrying, world.Time);
        var dispatcher = new Dispatcher(ports.Outbox, delivery, ports.Clock, world.Parts.Carrying, world.Time, NullLogger<Dispatcher>.Instance);
        while (!life.Dead && !world.Ended)
        {
            await world.Mail.ComeAsync();
            var usual = TimeSpan.FromMilliseconds(200 + world.Chance.Below(400));
            await world.Time.Sleep(world.Strikes(f => f.LatePasses, "late pass") ? TimeSpan.FromSeconds(20) : usual);
            if (life.Dead || world.Ended)
                return;
            if (world.Strikes(f => f.DoubledPasses, "doubled pass"))
                world.Start(() => PassAsync(dispatcher));
            await PassAsync(dispatcher);
        }
    }

    /// <summary>Ends this life and begins the next one.</summary>
    public void Crash()
    {
        Life.Crash();
        Life = new(this);
        world.Start(DispatchAsync);
    }

    private SiloPorts Ports(Life life)
    {
        var joint = new Joint(world, life);
        return new(
            new JointJournal(joint, world.Parts.Journal(world.Store.Journal)),
            new JointOutbox(joint, world.Parts.Outbox(world.Store.Outbox)),
            new JointCheckpoints(joint, world.Store.Checkpoints),
            world.Snapshots,
            clock);
    }

    private static async Task PassAsync(Dispatcher dispatcher)
    {
        try
        {
            await dispatcher.PassAsync();
        }
        catch (JournalException fault) when (Joint.IsMade(fault))
        {
            // A pass that the store has failed is followed by the next one, as in a real silo.
        }
    }
}
