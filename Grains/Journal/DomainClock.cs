namespace ClusterActors.Journal;

/// <summary>
/// The clock that the domain records by: the wall clock in a live folder, the journalled one in a played folder. A type of its
/// own, so that the runtime's timers and the store's leases, which take a plain <see cref="TimeProvider"/>, never run on it.
/// </summary>
public sealed record DomainClock(TimeProvider Time);
