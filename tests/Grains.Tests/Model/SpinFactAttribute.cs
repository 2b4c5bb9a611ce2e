namespace ClusterActors.Tests.Model;

/// <summary>Needs Debian's spin and a C compiler.</summary>
public sealed class SpinFactAttribute : FactAttribute
{
    public SpinFactAttribute(string level = "ci") => Skip = Spin.SkipReason ?? Level.SkipBelow(level);
}

public sealed class SpinTheoryAttribute : TheoryAttribute
{
    public SpinTheoryAttribute() => Skip = Spin.SkipReason ?? Level.SkipBelow("ci");
}
