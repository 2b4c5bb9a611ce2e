using ClusterActors.Academy;

namespace ClusterActors.Clusters;

public abstract partial record ClusterCommand
{
    /// <summary>The Academy has barred a school that is or was a member.</summary>
    [GenerateSerializer, Alias("apply-bar-to-cluster")]
    public sealed record ApplyBar([property: Id(0)] Bar Bar) : ClusterCommand;

    /// <summary>The Academy has lifted the bar of such a school.</summary>
    [GenerateSerializer, Alias("apply-lifting-to-cluster")]
    public sealed record ApplyLifting([property: Id(0)] Lifting Lifting) : ClusterCommand;
}
