namespace ClusterActors.Silo;

/// <summary>The process was asked to end before it had started; it has begun nothing.</summary>
internal sealed class EndedWhileStartingException(Exception cancelled) : Exception("The process was asked to end while it was starting.", cancelled);
