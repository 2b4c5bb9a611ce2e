namespace ClusterActors.Simulation;

/// <summary>An invariant that did not hold, or a fault of the program that a simulation has found.</summary>
internal sealed class ViolationException(string message) : Exception(message);

/// <param name="Seed">Gives the same run again.</param>
/// <param name="Step">Turns that had run when it was found.</param>
public sealed record Violation(ulong Seed, long Step, string Message)
{
    public override string ToString() => $"seed {Seed}, step {Step}: {Message}\nagain with: ./run simulate --seed {Seed}";
}
