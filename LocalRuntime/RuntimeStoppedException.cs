namespace ClusterActors.LocalRuntime;

/// <summary>The runtime is stopping and takes no new call; nothing of this one was begun.</summary>
public sealed class RuntimeStoppedException(string call) : InvalidOperationException($"The runtime is stopping and did not take {call}.");
