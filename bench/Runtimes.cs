namespace ClusterActors.Bench;

/// <summary>Names of the runtimes as the reports give them.</summary>
internal static class Runtimes
{
    public const string Local = "LocalRuntime";
    public const string Orleans = "Microsoft Orleans";

    /// <summary>What the server of this build runs on. The bench's own grains run on <see cref="Local"/> in every build.</summary>
#if ORLEANS
    public const string OfServer = Orleans;
#else
    public const string OfServer = Local;
#endif
}
