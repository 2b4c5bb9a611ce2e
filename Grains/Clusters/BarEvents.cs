using ClusterActors.Academy;

namespace ClusterActors.Clusters;

public abstract partial record ClusterEvent
{
    [EventName("bar-noted")]
    public sealed record BarNoted(Bar Bar) : ClusterEvent;

    [EventName("lifting-noted")]
    public sealed record LiftingNoted(Lifting Lifting) : ClusterEvent;
}
