namespace ClusterActors.Silo;

/// <summary>What the runtime knows of this process's place among the others.</summary>
internal interface IClusterSeat
{
    /// <summary>A silo: the active ones, itself among them. A gateway: those that it is connected to. 0 means it has no place.</summary>
    ValueTask<int> SilosAsync(CancellationToken cancel);
}
