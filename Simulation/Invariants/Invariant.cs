using ClusterActors.Simulation.Silos;

namespace ClusterActors.Simulation.Invariants;

/// <summary>What must hold after every step. Looked at when something was written, when a grain has answered, and at the end.</summary>
internal abstract class Invariant(int number, string says)
{
    public int Number => number;

    public string Says => says;

    public virtual void Committed(World world, Commit commit)
    {
    }

    public virtual void Answered(World world, string stream, GrainRequest request, Answer answer)
    {
    }

    /// <summary>After all faults have healed and a minute has passed.</summary>
    public virtual void Healed(World world)
    {
    }

    protected void Holds(bool holds, string otherwise)
    {
        if (!holds)
            throw new ViolationException($"invariant {number} ({says}): {otherwise}");
    }
}
