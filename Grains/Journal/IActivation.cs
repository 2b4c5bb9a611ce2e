namespace ClusterActors.Journal;

/// <summary>What a grain wants of the runtime that carries it, and all it wants.</summary>
public interface IActivation
{
    /// <summary>The grain's key, which is the name of its stream.</summary>
    string Key { get; }

    /// <summary>Asks the runtime to let go of this activation once the present call has ended.</summary>
    void Drop();
}
