using Orleans;

namespace ClusterActors.Tests.Hosted;

/// <summary>The real grains over a store, with dispatcher and checkpoints, carried by a runtime as production wires it.</summary>
public interface IGrainHost : IAsyncDisposable
{
    IGrainFactory Grains { get; }
}
