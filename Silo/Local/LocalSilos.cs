using System.Globalization;
using ClusterActors.LocalRuntime;

namespace ClusterActors.Silo;

/// <summary>Without Orleans this process is all there is.</summary>
internal sealed class LocalSilos(LocalGrains grains, TimeProvider time) : ISilos
{
    private readonly DateTimeOffset started = time.GetUtcNow();

    public ValueTask<int> CountAsync(CancellationToken cancel) => new(1);

    public Task<IReadOnlyList<SiloStanding>> ListAsync() => Task.FromResult<IReadOnlyList<SiloStanding>>(
        [new(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}"), "Active", started, grains.Count)]);

    public Task<int?> ActivationsHereAsync() => Task.FromResult<int?>(grains.Count);
}
