namespace ClusterActors.Silo;

/// <summary>
/// How long the processes of a cluster wait for one another. All follow from one time, the same in every process; at its default
/// probes, heartbeats and calls have Orleans' own times.
/// </summary>
/// <param name="SiloLostAfter">A silo that has been silent for so long is taken for lost, and its grains come up elsewhere.</param>
internal sealed record ClusterTimes(TimeSpan SiloLostAfter)
{
    /// <summary>A silo is lost when it has missed so many probes.</summary>
    public const int Probes = 3;

    public static ClusterTimes Default { get; } = new(TimeSpan.FromSeconds(15));

    public TimeSpan Probe => SiloLostAfter / Probes;

    /// <summary>How often a silo writes into the membership table that it is alive.</summary>
    public TimeSpan Heartbeat => 2 * SiloLostAfter;

    /// <summary>Longer than it takes to lose a silo: after this the outcome of a call is unknown.</summary>
    public TimeSpan Response => 2 * SiloLostAfter;

    /// <summary>
    /// While the lease of a message runs, nobody else carries it: as long as a call, and as long again as it takes to lose a silo. What a lost
    /// silo was carrying goes on after it.
    /// </summary>
    public TimeSpan Lease => Response + SiloLostAfter;
}
