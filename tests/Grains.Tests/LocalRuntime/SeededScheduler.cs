namespace ClusterActors.Tests.LocalRuntime;

/// <summary>Runs everything on the thread that calls <see cref="Run"/>, in an order the seed decides.</summary>
internal sealed class SeededScheduler(int seed) : TaskScheduler
{
    private readonly List<Task> ready = [];
    private readonly Random random = new(seed);
    private int thread;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Whether the present code runs as a task of this scheduler, on its thread.</summary>
    public bool IsHere => Current == this && IsOnItsThread;

    /// <summary>Whether the present code runs within <see cref="Run"/>, as a task of its own or as a guest of one.</summary>
    public bool IsOnItsThread => thread == Environment.CurrentManagedThreadId;

    /// <summary>Until nothing is ready any more.</summary>
    public void Run()
    {
        var context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        thread = Environment.CurrentManagedThreadId;
        while (Take() is { } task)
            TryExecuteTask(task);
        thread = 0;
        SynchronizationContext.SetSynchronizationContext(context);
    }

    protected override void QueueTask(Task task)
    {
        lock (ready)
            ready.Add(task);
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => ready;

    private Task? Take()
    {
        lock (ready)
        {
            if (ready.Count == 0)
                return null;
            var next = random.Next(ready.Count);
            var task = ready[next];
            ready.RemoveAt(next);
            return task;
        }
    }
}
