using ClusterActors.LocalRuntime;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterActors.Tests.LocalRuntime;

/// <summary>A local runtime with probes, a clock moved by hand, and gates.</summary>
internal sealed class OneProcess : IDisposable
{
    private readonly ServiceProvider services;

    public OneProcess(Gates? gates = null, Action<LocalRuntimeOptions>? configure = null)
    {
        Gates = gates ?? new Gates();
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(Gates)
            .AddLocalRuntime(options =>
            {
                options.Add<IProbe, ProbeGrain>().Add<IProbeReader, ProbeGrain>();
                configure?.Invoke(options);
            })
            .BuildServiceProvider();
    }

    public Gates Gates { get; }

    public FakeClock Clock { get; } = new();

    public LocalGrains Runtime => services.GetRequiredService<LocalGrains>();

    public IGrainFactory Grains => services.GetRequiredService<IGrainFactory>();

    public IProbe Probe(string key) => Grains.GetGrain<IProbe>(key);

    public void Dispose() => services.Dispose();
}
