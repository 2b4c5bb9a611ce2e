namespace ClusterActors.Bench.Calls;

/// <summary>A grain that keeps a sum in memory and does nothing else.</summary>
[Alias("bench-adder")]
public interface IAdderGrain : IGrainWithStringKey
{
    [Alias("add")]
    Task<long> Add(long amount);
}

internal sealed class AdderGrain : IAdderGrain
{
    private long sum;

    public Task<long> Add(long amount) => Task.FromResult(sum += amount);
}
