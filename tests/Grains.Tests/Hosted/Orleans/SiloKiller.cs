using ClusterActors.Tests.WholeYear;

namespace ClusterActors.Tests.Hosted;

/// <summary>
/// A world in which on every day of the year one silo is killed, at a command and at a moment within it that a seed has drawn,
/// and another one started when the command has been answered.
/// </summary>
/// <param name="commands">How many commands each day will bring.</param>
internal sealed class SiloKiller(IWorld world, OrleansHost cluster, AppendBell bell, IReadOnlyDictionary<DateTimeOffset, int> commands, int seed) : IWorld
{
    private readonly Random lot = new(seed);
    private DateTimeOffset today;
    private int untilKill;

    /// <summary>How many silos have been killed.</summary>
    public int Killed { get; private set; }

    public DateTimeOffset Now
    {
        set
        {
            world.Now = value;
            if (value == today)
                return;
            today = value;
            untilKill = lot.Next(commands[value]);
        }
    }

    public async Task TellAsync<TCommand>(IGrainKey key, Actor actor, TCommand command)
    {
        if (untilKill-- != 0)
        {
            await world.TellAsync(key, actor, command);
            return;
        }

        // At once, or when the first append has been made: then the answer or the post is on its way.
        var moment = lot.Next(2) == 0 ? Task.CompletedTask : bell.Next;
        var killing = KillAsync(moment, lot.Next(cluster.Size));
        await world.TellAsync(key, actor, command);
        await killing;
        await cluster.StartAnotherAsync();
    }

    public Task<TState> StateAsync<TState>(IGrainKey key) => world.StateAsync<TState>(key);

    private async Task KillAsync(Task moment, int silo)
    {
        await moment;
        Killed++;
        await cluster.KillAsync(silo);
    }
}
