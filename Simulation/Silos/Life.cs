using ClusterActors.Journal;

namespace ClusterActors.Simulation.Silos;

/// <summary>One life of a virtual silo, from its start to its crash: what was in its memory ends with it, in the middle of any call.</summary>
internal sealed class Life(VirtualSilo silo)
{
    private readonly SortedDictionary<string, Activation> activations = new(StringComparer.Ordinal);

    public VirtualSilo Silo => silo;

    public bool Dead { get; private set; }

    public void Crash()
    {
        Dead = true;
        activations.Clear();
    }

    public Activation Activate(string key)
    {
        if (!activations.TryGetValue(key, out var activation))
            activations.Add(key, activation = new(this, key));
        return activation;
    }

    public void Drop(Activation activation)
    {
        if (activations.GetValueOrDefault(activation.Key) == activation)
            activations.Remove(activation.Key);
    }
}

/// <summary>A grain in one silo's memory; one call at a time.</summary>
internal sealed class Activation : IActivation
{
    private readonly Life life;
    private readonly object grain;
    private Task last = Task.CompletedTask;

    public Activation(Life life, string key)
    {
        (this.life, Key) = (life, key);
        grain = life.Silo.Make(this, life);
    }

    public string Key { get; }

    public void Drop() => life.Drop(this);

    public async Task<Answer> RunAsync(Func<object, Task<Answer>> turn)
    {
        var (before, mine) = (last, new TaskCompletionSource());
        last = mine.Task;
        await before;
        try
        {
            return await turn(grain);
        }
        finally
        {
            mine.SetResult();
        }
    }
}
