using ClusterActors.Journal;

namespace ClusterActors.Tests.LocalRuntime;

/// <summary>A grain that does what a test tells it.</summary>
[Alias("test.IProbe")]
public interface IProbe : IGrainWithStringKey
{
    /// <summary>Which activation answers.</summary>
    [Alias("Life")]
    Task<int> Life();

    /// <summary>Goes through the gate of this name and says which activation did.</summary>
    [Alias("Pass")]
    Task<int> Pass(string gate);

    [Alias("Fail")]
    Task Fail(string with);

    [Alias("Drop")]
    Task<int> Drop(string gate);

    /// <summary>Calls along the keys and answers with the last one's key.</summary>
    [Alias("Forward")]
    Task<string> Forward(IReadOnlyList<string> keys);

    /// <summary>Sets a call going that itself waits at the gate before it goes on along the keys, and does not wait for it.</summary>
    [Alias("SetGoing")]
    Task SetGoing(string gate, IReadOnlyList<string> keys);

    [Alias("PassThenForward")]
    Task<string> PassThenForward(string gate, IReadOnlyList<string> keys);

    [Alias("Sum")]
    ValueTask<int> Sum(int left, int? right);

    [Alias("Touch")]
    ValueTask Touch();
}

/// <summary>A second contract of the same grain.</summary>
[Alias("test.IProbeReader")]
public interface IProbeReader : IGrainWithStringKey
{
    [Alias("LifeRead")]
    Task<int> LifeRead();
}

[GrainType("test-probe")]
internal sealed class ProbeGrain(IActivation activation, Gates gates, IGrainFactory grains) : IProbe, IProbeReader
{
    private readonly int life = gates.NewLife();
    private Task? left;

    public Task<int> Life() => Task.FromResult(life);

    public Task<int> LifeRead() => Task.FromResult(life);

    public async Task<int> Pass(string gate)
    {
        gates.Note($"{activation.Key} in {gate}");
        await gates.PassAsync(gate);
        await Task.Yield();
        gates.Note($"{activation.Key} out {gate}");
        return life;
    }

    public async Task Fail(string with)
    {
        await Task.Yield();
        throw new FormatException(with);
    }

    public Task<int> Drop(string gate)
    {
        activation.Drop();
        return Pass(gate);
    }

    public async Task<string> Forward(IReadOnlyList<string> keys) =>
        keys.Count == 0 ? activation.Key : await grains.GetGrain<IProbe>(keys[0]).Forward([.. keys.Skip(1)]);

    public Task SetGoing(string gate, IReadOnlyList<string> keys)
    {
        left = grains.GetGrain<IProbe>(keys[0]).PassThenForward(gate, [.. keys.Skip(1)]);
        return Task.CompletedTask;
    }

    public async Task<string> PassThenForward(string gate, IReadOnlyList<string> keys)
    {
        await Pass(gate);
        var answer = await Forward(keys);
        await Pass($"{gate}-answer-{answer}");
        return answer;
    }

    public ValueTask<int> Sum(int left, int? right) => new(left + (right ?? 0));

    public async ValueTask Touch()
    {
        await Task.Yield();
        gates.Note($"{activation.Key} touched");
    }
}
