using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace ClusterActors.LocalRuntime;

/// <summary>What a caller holds of a grain: its contract, of which every method becomes a call.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it at run time.")]
internal class GrainProxy : DispatchProxy
{
    private LocalGrains grains = null!;
    private Type contract = null!;
    private GrainAddress target;

    public static object To(LocalGrains grains, Type contract, GrainAddress target)
    {
        var proxy = (GrainProxy)Create(contract, typeof(GrainProxy));
        proxy.grains = grains;
        proxy.contract = contract;
        proxy.target = target;
        return proxy;
    }

    public override string ToString() => $"{contract.Name}/{target.Key}";

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        GrainMethod.Of(targetMethod!).Send(grains, contract, target, args ?? []);
}
