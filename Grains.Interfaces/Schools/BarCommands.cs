using ClusterActors.Academy;

namespace ClusterActors.Schools;

public abstract partial record SchoolCommand
{
    /// <summary>The Academy has barred this school.</summary>
    [GenerateSerializer, Alias("apply-bar-to-school")]
    public sealed record ApplyBar([property: Id(0)] Bar Bar) : SchoolCommand;

    /// <summary>The Academy has lifted a bar of this school.</summary>
    [GenerateSerializer, Alias("apply-lifting-to-school")]
    public sealed record ApplyLifting([property: Id(0)] Lifting Lifting) : SchoolCommand;
}
