using ClusterActors.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace ClusterActors.LocalRuntime;

/// <summary>A grain class and how one of it is made: its <see cref="IActivation"/> by hand, all else from the services.</summary>
/// <remarks>No attribute of the class is read: Orleans' own need assemblies that are not here.</remarks>
internal sealed class GrainClass
{
    private readonly bool wantsActivation;
    private readonly ObjectFactory make;

    /// <exception cref="InvalidOperationException">The class has no constructor that could be used.</exception>
    public GrainClass(Type type)
    {
        Type = type;
        wantsActivation = type.GetConstructors()
            .Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(IActivation)));
        make = ActivatorUtilities.CreateFactory(type, wantsActivation ? [typeof(IActivation)] : []);
    }

    public Type Type { get; }

    public object Make(IServiceProvider services, IActivation activation) => make(services, wantsActivation ? [activation] : []);

    public override string ToString() => Type.Name;
}
