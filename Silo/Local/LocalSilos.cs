using System.Globalization;
using ClusterActors.LocalRuntime;

namespace ClusterActors.Silo;

/// <summary>The one process there is.</summary>
internal sealed class LocalSilos(LocalGrains grains, TimeProvider time) : ISilos
{
    private readonly DateTimeOffset started = time.GetUtcNow();

    public Task<IReadOnlyList<SiloStanding>> ListAsync() => Task.FromResult<IReadOnlyList<SiloStanding>>(
        [new(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId}"), "Active", started, grains.Count)]);

    public Task<int?> ActivationsHereAsync() => Task.FromResult<int?>(grains.Count);
}
