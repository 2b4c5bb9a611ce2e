using ClusterActors.Tests.Postgres;
using Xunit.Sdk;

namespace ClusterActors.Tests.Faults;

public enum Needs
{
    Database,
    Network,
    Disk,
}

/// <summary>One run of a fault, with <c>./test --ci</c>.</summary>
public sealed class FaultFactAttribute : FactAttribute
{
    public FaultFactAttribute(Needs needs = Needs.Database) => Skip = SkipReason(needs) ?? Level.SkipBelow("ci");

    internal static string? SkipReason(Needs needs) => ServerBinaries.SkipReason ?? needs switch
    {
        Needs.Network => TestNetwork.SkipReason,
        Needs.Disk => FailingDisk.SkipReason,
        _ => null,
    };
}

/// <summary>Many runs of it, by seeds, with <c>./test --release</c>.</summary>
public sealed class FaultTheoryAttribute : TheoryAttribute
{
    public FaultTheoryAttribute(Needs needs = Needs.Database) => Skip = FaultFactAttribute.SkipReason(needs) ?? Level.SkipBelow("release");
}

/// <summary>Seeds from 1 up.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SeedsAttribute(int count) : DataAttribute
{
    public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) => Enumerable.Range(1, count).Select(seed => new object[] { seed });
}
