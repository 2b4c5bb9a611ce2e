using ClusterActors.Journal;
using ClusterActors.Storage;

namespace ClusterActors.Simulation.Silos;

/// <summary>Between a silo and the store: here calls are slow, writes are refused, answers get lost, and the silo dies.</summary>
internal sealed class Joint(World world, Life life)
{
    private const string Made = "made by the simulator";

    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(12);

    /// <summary>Whether a fault is one that a simulation makes, and none that it has found.</summary>
    public static bool IsMade(JournalException fault) => fault.Message == Made || fault.Code == "contended";

    public async Task<T> ThroughAsync<T>(string port, Func<Task<T>> work, bool writes = false)
    {
        world.Coverage.Reached(Coverage.Port, port);
        await DelayAsync(writes);
        await DieAsync($"crash before {port}");
        if (writes && world.Strikes(f => f.RefusedWrites, $"refused {port}"))
            throw new JournalException(StoreFault.StorageUnavailable, Made);
        var result = await work();
        await DelayAsync(writes);
        await DieAsync($"crash after {port}");
        if (writes && world.Strikes(f => f.UnknownWrites, $"unknown outcome of {port}"))
            throw new JournalException(StoreFault.OutcomeUnknown, Made);
        return result;
    }

    public AppendResult Met(AppendResult result)
    {
        world.Coverage.Reached(Coverage.Append, result.GetType().Name);
        return result;
    }

    private Task DelayAsync(bool writes)
    {
        var usual = TimeSpan.FromMilliseconds(world.Chance.Below(4));
        return world.Time.Sleep(writes && world.Strikes(f => f.SlowWrites, "slow write") ? world.Misfortune.UpTo(Slow) : usual);
    }

    /// <summary>Nothing that runs in a dead silo comes back.</summary>
    private Task DieAsync(string how)
    {
        if (!life.Dead && world.Strikes(f => f.Crashes, how))
            life.Silo.Crash();
        return life.Dead ? new TaskCompletionSource().Task : Task.CompletedTask;
    }
}

internal sealed class JointJournal(Joint joint, IJournal journal) : IJournal
{
    public Task<History> ReadAsync(string stream, long from = 1, CancellationToken cancel = default) =>
        joint.ThroughAsync("read", () => journal.ReadAsync(stream, from, cancel));

    public Task<AppendResult> AppendAsync(Append append, CancellationToken cancel = default) => joint.ThroughAsync(
        append.SettlesMessage is not null ? "settling append" : append.Events.Count == 0 ? "refusing append" : "append",
        async () => joint.Met(await journal.AppendAsync(append, cancel)),
        writes: true);
}

internal sealed class JointOutbox(Joint joint, IOutbox outbox) : IOutbox
{
    public Task<IReadOnlyList<LeasedMessage>> LeaseAsync(DateTimeOffset now, TimeSpan lease, int limit, CancellationToken cancel = default) =>
        joint.ThroughAsync("lease", () => outbox.LeaseAsync(now, lease, limit, cancel), writes: true);

    public Task RetryAsync(string messageId, TimeSpan delay, CancellationToken cancel = default) =>
        joint.ThroughAsync("retry", () => Nothing(outbox.RetryAsync(messageId, delay, cancel)), writes: true);

    public Task ParkAsync(string messageId, CancellationToken cancel = default) =>
        joint.ThroughAsync("park", () => Nothing(outbox.ParkAsync(messageId, cancel)), writes: true);

    public Task<IReadOnlyList<OutboxMessage>> ListParkedAsync(CancellationToken cancel = default) => outbox.ListParkedAsync(cancel);

    public Task<bool> ResumeAsync(string messageId, CancellationToken cancel = default) => outbox.ResumeAsync(messageId, cancel);

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancel = default) => outbox.WaitAsync(atMost, cancel);

    public Task<OutboxDepth> DepthAsync(CancellationToken cancel = default) => outbox.DepthAsync(cancel);

    private static async Task<bool> Nothing(Task work)
    {
        await work;
        return true;
    }
}

internal sealed class JointCheckpoints(Joint joint, ICheckpoints checkpoints) : ICheckpoints
{
    public Task<Checkpoint> MakeAsync(CancellationToken cancel = default) => joint.ThroughAsync("checkpoint", () => checkpoints.MakeAsync(cancel), writes: true);

    public Task<Checkpoint?> LatestAsync(CancellationToken cancel = default) => checkpoints.LatestAsync(cancel);
}
