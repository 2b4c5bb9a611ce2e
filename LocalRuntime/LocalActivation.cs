using ClusterActors.Journal;

namespace ClusterActors.LocalRuntime;

/// <summary>One life of a grain. A late <see cref="Drop"/> from a life already over does no harm to the next.</summary>
internal sealed class LocalActivation : IActivation
{
    private volatile bool dropAsked;

    public LocalActivation(GrainAddress address, IServiceProvider services)
    {
        Key = address.Key;
        Grain = address.Class.Make(services, this);
    }

    public string Key { get; }

    public object Grain { get; }

    public bool DropAsked => dropAsked;

    public void Drop() => dropAsked = true;
}
