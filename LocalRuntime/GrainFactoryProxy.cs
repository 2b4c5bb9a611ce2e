using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ClusterActors.LocalRuntime;

/// <summary>
/// Orleans' grain factory as far as this house uses it: <c>GetGrain</c> by string key. Made as a proxy, because a class that
/// implements the interface would have to name types whose assemblies are not here.
/// </summary>
[SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it at run time.")]
internal class GrainFactoryProxy : DispatchProxy
{
    private LocalGrains grains = null!;

    public static IGrainFactory Over(LocalGrains grains)
    {
        var factory = Create<IGrainFactory, GrainFactoryProxy>();
        ((GrainFactoryProxy)(object)factory).grains = grains;
        return factory;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => (targetMethod, args) switch
    {
        ({ Name: nameof(IGrainFactory.GetGrain), IsGenericMethod: true }, [string key, null]) =>
            grains.Reference(targetMethod.GetGenericArguments()[0], key),
        ({ Name: nameof(IGrainFactory.GetGrain) }, [Type contract, string key]) => grains.Reference(contract, key),
        _ => throw new NotSupportedException(
            $"IGrainFactory.{targetMethod!.Name}({string.Join(", ", targetMethod.GetParameters().Select(p => p.Name))}) is not part of the local runtime."),
    };
}
