namespace ClusterActors.Simulation;

/// <summary>Runs every turn on one thread, in an order that the seed decides. Work that comes from another thread is a fault.</summary>
internal sealed class SeededScheduler(Chance chance) : TaskScheduler
{
    private readonly List<Task> ready = [];
    private readonly int thread = Environment.CurrentManagedThreadId;
    private volatile bool foreign;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Whether some turn has left the simulation's thread; from then on a seed no longer means one run.</summary>
    public bool Foreign => foreign;

    public Task Start(Func<Task> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this).Unwrap();

    /// <summary>Runs one turn; false when none is ready.</summary>
    public bool RunOne()
    {
        if (ready.Count == 0)
            return false;
        var next = chance.Below(ready.Count);
        var task = ready[next];
        ready[next] = ready[^1];
        ready.RemoveAt(ready.Count - 1);
        TryExecuteTask(task);
        return true;
    }

    protected override void QueueTask(Task task)
    {
        if (Environment.CurrentManagedThreadId != thread)
            foreign = true;
        else
            ready.Add(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => ready;
}
