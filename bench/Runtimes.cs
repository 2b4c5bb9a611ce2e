namespace ClusterActors.Bench;

/// <summary>What carries the grains: the runtime of the build.</summary>
internal static class Runtimes
{
#if ORLEANS
    public const string OfBuild = "Microsoft Orleans";
    public const string? WithoutOrleans = null;
#else
    public const string OfBuild = "LocalRuntime";

    /// <summary>Why a figure of Orleans is not run; null in the Orleans build.</summary>
    public const string? WithoutOrleans = "needs Orleans";
#endif
}
