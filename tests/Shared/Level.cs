namespace ClusterActors.Tests;

/// <summary>Which tests run: <c>./test</c> sets <c>TEST_LEVEL</c>. What is left out is skipped with its reason.</summary>
internal static class Level
{
    private static readonly string[] Levels = ["test", "ci", "release"];

    /// <summary>Whether tests of this level run.</summary>
    public static bool Runs(string level) =>
        Array.IndexOf(Levels, Environment.GetEnvironmentVariable("TEST_LEVEL") ?? "test") >= Array.IndexOf(Levels, level);

    public static string? SkipBelow(string level) => Runs(level) ? null : $"runs with ./test --{level}";
}

public sealed class CiTheoryAttribute : TheoryAttribute
{
    public CiTheoryAttribute() => Skip = Level.SkipBelow("ci");
}

public sealed class CiFactAttribute : FactAttribute
{
    public CiFactAttribute() => Skip = Level.SkipBelow("ci");
}

public sealed class ReleaseTheoryAttribute : TheoryAttribute
{
    public ReleaseTheoryAttribute() => Skip = Level.SkipBelow("release");
}
