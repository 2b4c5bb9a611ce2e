using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ClusterActors.LocalRuntime;

public static class LocalRuntimeRegistration
{
    /// <summary>
    /// Adds <see cref="LocalGrains"/> and its <see cref="IGrainFactory"/>. The services must hold a <see cref="TimeProvider"/>;
    /// there is no default, so that no clock gets in unnoticed.
    /// </summary>
    public static IServiceCollection AddLocalRuntime(this IServiceCollection services, Action<LocalRuntimeOptions> configure)
    {
        var options = new LocalRuntimeOptions();
        configure(options);
        services.AddLogging();
        services.TryAddSingleton(provider => new LocalGrains(
            provider, options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<LocalGrains>>()));
        services.TryAddSingleton(provider => provider.GetRequiredService<LocalGrains>().Factory);
        return services.AddHostedService(provider => provider.GetRequiredService<LocalGrains>());
    }
}
