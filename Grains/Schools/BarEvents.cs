using ClusterActors.Academy;

namespace ClusterActors.Schools;

public abstract partial record SchoolEvent
{
    /// <summary>The Academy has barred the school in a year.</summary>
    [EventName("barred")]
    public sealed record Barred(Bar Bar) : SchoolEvent;

    [EventName("bar-lifted")]
    public sealed record BarLifted(Lifting Lifting) : SchoolEvent;
}
