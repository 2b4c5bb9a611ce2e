namespace ClusterActors.LocalRuntime;

/// <summary>
/// A chain of calls came back to a grain that is still waiting for it, which could only end by time-out.
/// Found along one chain; two chains that wait for each other crosswise still end by time-out.
/// </summary>
/// <param name="path">The way round, <c>A/1 -> B/2 -> A/1</c>.</param>
public sealed class CallCycleException(string path) : InvalidOperationException($"The call would wait for itself: {path}.")
{
    public string Path => path;
}
