using System.Collections.Concurrent;

namespace ClusterActors.Tests.LocalRuntime;

/// <summary>Where a test holds a grain's call: the call enters a gate by name and goes on when the test opens it.</summary>
public sealed class Gates
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> entered = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> open = new();
    private readonly List<string> diary = [];
    private int lives;

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<string> Diary
    {
        get
        {
            lock (diary)
                return [.. diary];
        }
    }

    public void Note(string entry)
    {
        lock (diary)
            diary.Add(entry);
    }

    /// <summary>The number of a new activation, from 1.</summary>
    public int NewLife() => Interlocked.Increment(ref lives);

    public Task PassAsync(string gate)
    {
        Of(entered, gate).TrySetResult();
        return Of(open, gate).Task;
    }

    public Task EnteredAsync(string gate) => Patience.Soon(Of(entered, gate).Task, $"entering {gate}");

    public bool IsEntered(string gate) => Of(entered, gate).Task.IsCompleted;

    public void Open(string gate) => Of(open, gate).TrySetResult();

    private static TaskCompletionSource Of(ConcurrentDictionary<string, TaskCompletionSource> of, string gate) =>
        of.GetOrAdd(gate, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
