namespace ClusterActors.Silo;

/// <summary>How long the processes of a cluster wait for one another; the same in every process.</summary>
/// <param name="SiloLostAfter">A silo that has been silent for so long is taken for lost, and its grains come up elsewhere.</param>
internal sealed record ClusterTimes(TimeSpan SiloLostAfter)
{
    /// <summary>A silo is lost when it has missed so many probes.</summary>
    public const int Probes = 3;

    /// <summary>A silo whose row has not moved for so many heartbeats keeps nobody from joining: whoever joins votes it out.</summary>
    public const int Heartbeats = 3;

    public static ClusterTimes Default { get; } = new(TimeSpan.FromSeconds(5));

    public TimeSpan Probe => SiloLostAfter / Probes;

    /// <summary>How often a silo writes into the membership table that it is alive.</summary>
    public TimeSpan Heartbeat => SiloLostAfter;

    /// <summary>How often a silo reads the membership table, for what neighbours have not told it.</summary>
    public TimeSpan Look => Probe;

    /// <summary>
    /// After this the outcome of a call is unknown. Calls to a silo that is lost end before it: between silos when it is declared dead, from a
    /// gateway when its connection breaks.
    /// </summary>
    public TimeSpan Response { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// While the lease of a message runs, nobody else carries it: as long as a call, and as long again as it takes to lose a silo. What a lost
    /// silo was carrying goes on after it.
    /// </summary>
    public TimeSpan Lease => Response + SiloLostAfter;
}
