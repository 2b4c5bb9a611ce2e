using ClusterActors.Journal;

namespace ClusterActors.Silo;

/// <summary>What a grain sees of its Orleans activation.</summary>
internal sealed class OrleansActivation(IGrainContextAccessor accessor) : IActivation
{
    private readonly IGrainContext context = accessor.GrainContext;

    public string Key => context.GrainId.Key.ToString()!;

    public void Drop() => context.Deactivate(new(DeactivationReasonCode.ApplicationRequested, "The journal faulted; what this activation holds may be stale."));
}
