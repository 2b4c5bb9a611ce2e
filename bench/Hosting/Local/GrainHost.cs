using ClusterActors.Bench.Calls;
using ClusterActors.Bench.Counters;
using ClusterActors.Journal;
using ClusterActors.LocalRuntime;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterActors.Bench.Hosting;

/// <summary>The bench's grains on LocalRuntime.</summary>
internal sealed class GrainHost : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private GrainHost(ServiceProvider services) => this.services = services;

    public IGrainFactory Grains => services.GetRequiredService<IGrainFactory>();

    public static Task<GrainHost> StartAsync(IJournal journal) => Task.FromResult(new GrainHost(new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton<DomainClock>(new WallClock(TimeProvider.System))
        .AddSingleton<ISnapshots>(new NoSnapshots())
        .AddSingleton(journal)
        .AddLocalRuntime(runtime => runtime.Add<IAdderGrain, AdderGrain>().Add<ICounterGrain, CounterGrain>())
        .BuildServiceProvider()));

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
